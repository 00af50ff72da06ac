// expect: await-in-loop 9 3.0
// makespan: 6
// needed: 3

string[] rooms = ["hall", "bath", "attic"];
IEnumerable<Task<string>> cleanings = rooms.Select((room, index) => CleanAsync(room, index + 1));
foreach (Task<string> cleaning in cleanings)
{
    Console.WriteLine(await cleaning);
}

static async Task<string> CleanAsync(string room, int seconds)
{
    await Task.Delay(seconds * 1000);
    return $"{room} is clean";
}
