// expect: never-awaited 27
// makespan: 1

var desk = new Desk(new MailNotifier());
desk.Close("ticket 7");
await Task.Delay(1000);

interface INotifier
{
    Task NotifyAsync(string text);
}

class MailNotifier : INotifier
{
    public async Task NotifyAsync(string text)
    {
        await Task.Delay(5000);
        Console.WriteLine($"Mail: {text}");
    }
}

class Desk(INotifier notifier)
{
    public void Close(string ticket)
    {
        Console.WriteLine($"{ticket} is closed");
        notifier.NotifyAsync($"{ticket} is closed");
    }
}
