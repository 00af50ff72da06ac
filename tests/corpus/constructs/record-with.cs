// expect: none
// makespan: 1
// stdout: Ada 37

var person = new Person("Ada", 36);
Person older = await Birthday(person);
Console.WriteLine($"{older.Name} {older.Age}");

async Task<Person> Birthday(Person p)
{
    await Task.Delay(1000);
    return p with { Age = p.Age + 1 };
}

record Person(string Name, int Age);
