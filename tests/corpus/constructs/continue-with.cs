// expect: none
// makespan: 2
// stdout: got 5

Task<int> number = Number();
Task printing = number.ContinueWith(done => Console.WriteLine($"got {done.Result}"), TaskScheduler.Default);
await printing;

async Task<int> Number()
{
    await Task.Delay(2000);
    return 5;
}
