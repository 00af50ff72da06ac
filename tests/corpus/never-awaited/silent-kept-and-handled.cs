// expect: none
// makespan: 3

class Mirror
{
    private Task _copying = Task.CompletedTask;

    public void Start(string file) => _copying = CopyAsync(file);

    public async Task StopAsync()
    {
        try
        {
            await _copying;
        }
        catch (IOException e)
        {
            Console.WriteLine($"Copy failed: {e.Message}");
        }
    }

    private static async Task CopyAsync(string file)
    {
        await Task.Delay(3000);
        throw new IOException($"{file} is locked");
    }

    static async Task Main()
    {
        var mirror = new Mirror();
        mirror.Start("notes.txt");
        await Task.Delay(1000);
        await mirror.StopAsync();
    }
}
