// expect: none
// makespan: 1
// stdout: 7

var matrix = new Grid();
Vector sum = new Vector(3) + await matrix[4];
Console.WriteLine(sum.Length);

readonly record struct Vector(int Length)
{
    public static Vector operator +(Vector left, Vector right) => new(left.Length + right.Length);
}

sealed class Grid
{
    public Task<Vector> this[int length] => Slow(length);

    private static async Task<Vector> Slow(int length)
    {
        await Task.Delay(1000);
        return new Vector(length);
    }
}
