using AsyncBasics.Peers;

// "pump" as the first word: everything on one thread, as in a program with a user interface.
bool pump = args is ["pump", ..];
return Rounds.Run(pump ? "dotnet-tasks pump" : "dotnet-tasks", pump ? args[1..] : args, new Dictionary<string, Func<int[], Round>>
{
    ["W1"] = Sleeping.EqualDeadlines,
    ["W1s"] = Sleeping.StaggeredDeadlines,
    ["W2a"] = sizes => Creating.OneAfterTheOther(sizes).GetAwaiter().GetResult(),
    ["W2b"] = sizes => Pump.Run(pump, () => Creating.Gathered(sizes)),
    ["W3"] = sizes => Pump.Run(pump, () => Switching.Yields(sizes)),
    ["W4"] = sizes => Pump.Run(pump, () => PingPong.RoundTrips(sizes)),
    ["W5"] = sizes => Pump.Run(pump, () => Nesting.CallsThatEndAtOnce(sizes)),
    ["W5y"] = sizes => Pump.Run(pump, () => Nesting.CallsThatYield(sizes)),
    ["W6"] = ShortSleeps.OneAfterTheOther,
    ["W7c"] = Cancelling.SleepingTasks,
    ["W7t"] = sizes => Pump.Run(pump, () => Cancelling.Timeouts(sizes)),
    ["W8"] = Posting.FromThreads,
});
