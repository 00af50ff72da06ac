// expect: none
// makespan: 1

Task<int> answer = AnswerAsync();
Console.WriteLine($"{answer.Id > 0}: {answer.Status == TaskStatus.RanToCompletion}");
Console.WriteLine($"The answer is {await answer}");

static async Task<int> AnswerAsync()
{
    await Task.Delay(1000);
    return 42;
}
