// expect: none
// makespan: 0.8
// needed: 0.8
// stdout: Hello

foreach (char letter in "Hell")
{
    await TypeAsync(letter);
}

Console.WriteLine("o");

static async Task TypeAsync(char letter)
{
    await Task.Delay(200);
    Console.Write(letter);
}
