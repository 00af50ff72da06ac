// expect: cpu-hog 11
// makespan: 0.5

const int Size = 1200;
await PaintAsync();

static async Task PaintAsync()
{
    await Task.Delay(500);
    int dark = 0;
    foreach (int y in Enumerable.Range(0, Size))
    {
        for (int x = 0; x < Size; x++)
        {
            dark += (x ^ y) & 1;
        }
    }

    Console.WriteLine(dark);
}
