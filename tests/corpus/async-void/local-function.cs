// expect: async-void 9
// makespan: 1

Console.WriteLine("begin");
Log("first");
await Task.Delay(1000);
Console.WriteLine("end");

async void Log(string text)
{
    await Task.Delay(300);
    Console.WriteLine(text);
}
