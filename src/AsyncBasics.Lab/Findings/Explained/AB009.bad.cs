Log("begin");
await Task.Delay(2000);
Console.WriteLine("end");

async void Log(string line)
{
    await Task.Delay(1000);
    Console.WriteLine(line);
}
