// expect: deadlock 24
// outcome: deadlock

class Vault
{
    private readonly SemaphoreSlim _door = new(1);

    public async Task MoveAsync()
    {
        await _door.WaitAsync();
        try
        {
            await Task.Delay(500);
            await CountAsync();
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task CountAsync()
    {
        await _door.WaitAsync();
        _door.Release();
    }

    static async Task Main() => await new Vault().MoveAsync();
}
