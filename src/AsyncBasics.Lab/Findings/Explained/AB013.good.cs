List<Task<int>> squares = new[] { 1, 2, 3 }.Select(Square).ToList();
await Task.WhenAll(squares);
foreach (Task<int> square in squares)
{
    Console.WriteLine(await square);
}

async Task<int> Square(int number)
{
    await Task.Delay(1000);
    return number * number;
}
