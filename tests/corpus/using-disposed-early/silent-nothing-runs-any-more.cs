// expect: none
// makespan: 0.5

Console.WriteLine(await LengthAsync("stream"));
await Task.Delay(500);

static Task<int> LengthAsync(string text)
{
    using var reader = new StringReader(text);
    return Task.FromResult(reader.ReadToEnd().Length);
}
