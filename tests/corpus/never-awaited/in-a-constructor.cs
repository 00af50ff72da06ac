// expect: never-awaited 13
// makespan: 2
// stdout: loaded

var model = new Model();
await Task.Delay(2000);
Console.WriteLine(model.Title);

class Model
{
    public Model()
    {
        LoadAsync();
    }

    public string Title { get; private set; } = "empty";

    private async Task LoadAsync()
    {
        await Task.Delay(1000);
        Title = "loaded";
    }
}
