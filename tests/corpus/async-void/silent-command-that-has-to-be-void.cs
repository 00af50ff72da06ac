// expect: none
// makespan: 1

ICommand command = new SaveCommand();
command.Execute("notes");
await Task.Delay(1000);

interface ICommand
{
    void Execute(string argument);
}

class SaveCommand : ICommand
{
    public async void Execute(string argument)
    {
        try
        {
            await Task.Delay(500);
            Console.WriteLine($"{argument} saved");
        }
        catch (Exception e)
        {
            Console.WriteLine($"Not saved: {e.Message}");
        }
    }
}
