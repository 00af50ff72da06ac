// expect: none
// makespan: 3
// stdout: 7 nodes

Console.WriteLine($"{await Count(3)} nodes");

async Task<int> Count(int depth)
{
    await Task.Delay(1000);
    if (depth == 1)
    {
        return 1;
    }

    int[] children = await Task.WhenAll(Count(depth - 1), Count(depth - 1));
    return 1 + children.Sum();
}
