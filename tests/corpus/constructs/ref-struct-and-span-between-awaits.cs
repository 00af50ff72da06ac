// expect: none
// makespan: 1
// stdout: 3

int count = Count("a b c");
await Task.Delay(1000);
Console.WriteLine(count);

static int Count(ReadOnlySpan<char> text)
{
    int words = 0;
    foreach (Range word in text.Split(' '))
    {
        words += text[word].Length > 0 ? 1 : 0;
    }

    return words;
}
