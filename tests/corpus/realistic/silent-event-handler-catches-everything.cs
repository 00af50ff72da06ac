// expect: none

var button = new Button();
button.Clicked += async (_, _) =>
{
    try
    {
        await Task.Delay(100);
        throw new InvalidOperationException("no network");
    }
    catch (InvalidOperationException exception)
    {
        Console.WriteLine($"shown to the user: {exception.Message}");
    }
};
button.Click();
await Task.Delay(200);

class Button
{
    public event EventHandler? Clicked;

    public void Click() => Clicked?.Invoke(this, EventArgs.Empty);
}
