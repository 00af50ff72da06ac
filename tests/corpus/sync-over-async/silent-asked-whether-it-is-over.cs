// expect: none
// makespan: 2

Task<string> guess = GuessAsync();
await Task.Delay(2000);
Console.WriteLine(guess.IsCompletedSuccessfully ? guess.Result : await guess);

static async Task<string> GuessAsync()
{
    await Task.Delay(1000);
    return "42";
}
