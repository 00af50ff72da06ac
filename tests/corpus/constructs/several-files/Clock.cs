public interface IClock
{
    Task Wait(int seconds);
}

public sealed class Clock : IClock
{
    public Task Wait(int seconds) => Task.Delay(TimeSpan.FromSeconds(seconds));
}
