// expect: sequential-independent 5 1.0
// makespan: 3
// needed: 2

Console.WriteLine(await Width("hall") * await Length("hall"));

static async Task<int> Width(string room)
{
    await Task.Delay(1000);
    return room.Length;
}

static async Task<int> Length(string room)
{
    await Task.Delay(2000);
    return room.Length * 2;
}
