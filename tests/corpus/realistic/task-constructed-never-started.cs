// expect: cold-task 7
// outcome: deadlock

var sums = new List<Task<int>>();
foreach (int n in new[] { 10, 20 })
{
    sums.Add(new Task<int>(() => Enumerable.Range(1, n).Sum()));
}

int[] results = await Task.WhenAll(sums);
Console.WriteLine(results.Sum());
