await Task.WhenAll(Work("A", 2), Work("B", 1), Work("C", 3));

static async Task Work(string name, int seconds)
{
    await Task.Yield();
    Thread.Sleep(seconds * 1000);
    Console.WriteLine($"{name} done");
}
