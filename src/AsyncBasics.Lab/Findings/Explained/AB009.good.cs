await Log("begin");
await Task.Delay(2000);
Console.WriteLine("end");

async Task Log(string line)
{
    await Task.Delay(1000);
    Console.WriteLine(line);
}
