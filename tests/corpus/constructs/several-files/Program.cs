// expect: none
// makespan: 3
// stdout: hello Ada

var greeter = new Greeter(new Clock());
Console.WriteLine(await greeter.Greet("Ada"));
