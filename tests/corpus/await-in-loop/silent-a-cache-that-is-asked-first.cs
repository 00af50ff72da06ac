// expect: none
// makespan: 2
// needed: 2

var cache = new Dictionary<string, int>();
foreach (string word in new[] { "tea", "coffee", "tea" })
{
    if (!cache.TryGetValue(word, out int letters))
    {
        letters = await CountAsync(word);
        cache[word] = letters;
    }

    Console.WriteLine($"{word}: {letters}");
}

static async Task<int> CountAsync(string word)
{
    await Task.Delay(1000);
    return word.Length;
}
