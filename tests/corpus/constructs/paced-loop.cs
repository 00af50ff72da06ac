// expect: none
// makespan: 3
// stdout: 1
// stdout: 2
// stdout: 3

for (int number = 1; number <= 3; number++)
{
    Console.WriteLine(number);
    await Task.Delay(1000);
}
