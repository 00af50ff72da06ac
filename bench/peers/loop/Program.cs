using AsyncBasics.Peers;

return Rounds.Run("loop", args, new Dictionary<string, Func<int[], Round>>
{
    ["W1"] = Sleeping.EqualDeadlines,
    ["W1s"] = Sleeping.StaggeredDeadlines,
    ["W1v"] = Sleeping.OnTheVirtualClock,
    ["W2a"] = Creating.OneAfterTheOther,
    ["W2b"] = Creating.Gathered,
    ["W3"] = Switching.Yields,
    ["W4"] = PingPong.RoundTrips,
    ["W5"] = Nesting.CallsThatEndAtOnce,
    ["W5y"] = Nesting.CallsThatYield,
    ["W6"] = ShortSleeps.OneAfterTheOther,
    ["W7c"] = Cancelling.SleepingTasks,
    ["W7t"] = Cancelling.Timeouts,
    ["W8"] = Posting.FromThreads,
    ["W9o"] = Observing.IntoARing,
    ["W9d"] = Observing.InDebugMode,
});
