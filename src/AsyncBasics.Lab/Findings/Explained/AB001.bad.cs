Console.WriteLine("saving");
Save();
Console.WriteLine("bye");

async Task Save()
{
    await Task.Delay(1000);
    Console.WriteLine("saved");
}
