// expect: none
// makespan: 1
// stdout: 3 words

Console.WriteLine(await "one two three".CountSlowly());

static class TextExtensions
{
    extension(string text)
    {
        public int Words => text.Split(' ').Length;

        public async Task<string> CountSlowly()
        {
            await Task.Delay(1000);
            return $"{text.Words} words";
        }
    }
}
