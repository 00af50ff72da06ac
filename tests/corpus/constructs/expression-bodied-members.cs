// expect: none
// makespan: 2
// stdout: Ada has 1

var shelf = new Shelf("Ada");
Console.WriteLine($"{shelf.Owner} has {await shelf.CountAsync()}");

sealed class Shelf(string owner)
{
    public string Owner => owner;

    public async Task<int> CountAsync() => await Load(await Load(1));

    private static async Task<int> Load(int value)
    {
        await Task.Delay(value * 1000);
        return value;
    }
}
