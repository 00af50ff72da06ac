// expect: none
// makespan: 1
// stdout: a b c
// stdout: x = 1.50

Console.Write("a ");
Console.Write('b');
await Task.Delay(1000);
Console.WriteLine(" {0}", "c");
Console.WriteLine(FormattableString.Invariant($"x = {1.5:0.00}"));
