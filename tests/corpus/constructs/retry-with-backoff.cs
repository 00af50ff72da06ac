// expect: none
// makespan: 3
// stdout: try 1
// stdout: try 2
// stdout: try 3
// stdout: worked

for (int attempt = 1; ; attempt++)
{
    try
    {
        await Call(attempt);
        break;
    }
    catch (IOException) when (attempt < 3)
    {
        await Task.Delay(TimeSpan.FromSeconds(attempt));
    }
}

Console.WriteLine("worked");

async Task Call(int attempt)
{
    Console.WriteLine($"try {attempt}");
    await Task.Yield();
    if (attempt < 3)
    {
        throw new IOException("busy");
    }
}
