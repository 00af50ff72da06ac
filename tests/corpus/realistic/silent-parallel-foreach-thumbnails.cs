// expect: none

var images = Enumerable.Range(1, 6).Select(n => $"image{n}.png").ToList();
var done = new System.Collections.Concurrent.ConcurrentBag<string>();
await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (image, token) =>
{
    await Task.Delay(100, token);
    done.Add(Path.ChangeExtension(image, ".jpg"));
});
foreach (string name in done.Order())
{
    Console.WriteLine(name);
}
