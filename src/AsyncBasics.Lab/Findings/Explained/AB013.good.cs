List<Task<int>> squares = new[] { 1, 2, 3 }.Select(Square).ToList();
await Task.WhenAll(squares);
int[] results = await Task.WhenAll(squares);
Console.WriteLine(string.Join(" ", results));

async Task<int> Square(int number)
{
    await Task.Delay(1000);
    return number * number;
}
