Console.WriteLine("saving");
await Save();
Console.WriteLine("bye");

async Task Save()
{
    await Task.Delay(1000);
    Console.WriteLine("saved");
}
