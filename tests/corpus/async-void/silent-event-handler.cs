// expect: none
// makespan: 1

var button = new Button();
button.Clicked += OnClicked;
button.Press();
await Task.Delay(1000);

static async void OnClicked(object? sender, EventArgs e)
{
    try
    {
        await Task.Delay(500);
        Console.WriteLine("clicked");
    }
    catch (Exception error)
    {
        Console.WriteLine(error.Message);
    }
}

class Button
{
    public event EventHandler? Clicked;

    public void Press() => Clicked?.Invoke(this, EventArgs.Empty);
}
