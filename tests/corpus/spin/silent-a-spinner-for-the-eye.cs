// expect: none
// makespan: 2

Task work = Task.Delay(2000);
while (!work.IsCompleted)
{
    Console.Write(".");
    await Task.Delay(400);
}

await work;
Console.WriteLine(" done");
