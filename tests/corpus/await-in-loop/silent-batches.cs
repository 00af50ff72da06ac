// expect: none
// makespan: 2
// needed: 2

int[] numbers = [.. Enumerable.Range(1, 6)];
foreach (int[] batch in numbers.Chunk(3))
{
    int[] results = await Task.WhenAll(batch.Select(SquareAsync));
    Console.WriteLine(string.Join(", ", results));
}

static async Task<int> SquareAsync(int n)
{
    await Task.Delay(1000);
    return n * n;
}
