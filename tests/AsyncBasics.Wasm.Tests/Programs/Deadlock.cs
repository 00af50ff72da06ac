Console.WriteLine("before");
string text = Read().Result;
Console.WriteLine(text);

static async Task<string> Read()
{
    await Task.Delay(100);
    return "never";
}
