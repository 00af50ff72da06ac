// expect: exception-lost 4
// makespan: 2

Task backup = BackupAsync();
bool wait = await AskAsync();
if (wait)
{
    await backup;
}

Console.WriteLine("done");

static async Task BackupAsync()
{
    await Task.Delay(1000);
    throw new UnauthorizedAccessException("The disk is not yours.");
}

static async Task<bool> AskAsync()
{
    await Task.Delay(2000);
    return false;
}
