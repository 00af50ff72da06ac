// expect: none
// makespan: 1.5

int page = 0;
int rounds = 0;
while (rounds < 3)
{
    page = await NextAsync(page);
    rounds++;
}

Console.WriteLine(page);

static async Task<int> NextAsync(int page)
{
    await Task.Delay(500);
    return page * 2 + 1;
}
