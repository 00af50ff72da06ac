// expect: task-printed 5
// makespan: 1

Task<int> answer = AnswerAsync();
Console.WriteLine($"The answer is {answer}");
Console.WriteLine(await answer);

static async Task<int> AnswerAsync()
{
    await Task.Delay(1000);
    return 42;
}
