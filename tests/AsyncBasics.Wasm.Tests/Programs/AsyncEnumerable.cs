await foreach (string line in Lines().Where(line => line.Length > 1))
{
    Console.WriteLine(line);
}

static async IAsyncEnumerable<string> Lines()
{
    foreach (string line in new[] { "a", "bb", "ccc" })
    {
        await Task.Delay(250);
        yield return line;
    }
}
