// expect: none
// makespan: 2
// stdout: stop

var commands = new Dictionary<string, Func<Task<string>>>
{
    ["start"] = async () =>
    {
        await Task.Delay(1000);
        return "stop";
    },
    ["stop"] = async () =>
    {
        await Task.Delay(1000);
        return "end";
    },
};
string next = "start";
string last = next;
while (commands.TryGetValue(next, out Func<Task<string>>? command))
{
    last = next;
    next = await command();
}

Console.WriteLine(last);
