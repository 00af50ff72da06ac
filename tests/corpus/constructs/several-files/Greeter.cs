public sealed class Greeter(IClock clock)
{
    public async Task<string> Greet(string name)
    {
        await clock.Wait(3);
        return $"hello {name}";
    }
}
