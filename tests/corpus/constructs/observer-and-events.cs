// expect: none
// makespan: 2
// stdout: changed to 1
// stdout: changed to 2

var model = new Model();
model.Changed += (_, value) => Console.WriteLine($"changed to {value}");
await model.Count(2);

sealed class Model
{
    public event EventHandler<int>? Changed;

    public async Task Count(int most)
    {
        for (int value = 1; value <= most; value++)
        {
            await Task.Delay(1000);
            Changed?.Invoke(this, value);
        }
    }
}
