// expect: never-awaited 5
// makespan: 0.5

string[] pages = ["home", "about", "contact"];
Task.WhenAll(pages.Select(Render));
await SaveIndex();

async Task Render(string page)
{
    await Task.Delay(2000);
    Console.WriteLine($"{page}.html");
}

async Task SaveIndex()
{
    await Task.Delay(500);
    Console.WriteLine("index.html");
}
