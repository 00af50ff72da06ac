Task<int> answer = Answer();
Console.WriteLine($"The answer is {answer}");
await answer;

async Task<int> Answer()
{
    await Task.Delay(1000);
    return 42;
}
