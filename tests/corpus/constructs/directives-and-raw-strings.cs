// expect: none
// makespan: 1
// stdout: { "debug": true }

#nullable enable
#define LOUD
#region program
string json = """
    { "debug": true }
    """;
await Task.Delay(1000);
#if LOUD
Console.WriteLine(json);
#else
Console.WriteLine("quiet");
#endif
#endregion
