// expect: none
// makespan: 1
// stdout: low

Console.WriteLine(await Classify(3));

async Task<string> Classify(int value) => value switch
{
    < 5 => await Name("low"),
    >= 5 and < 10 => await Name("middle"),
    _ => await Name("high"),
};

async Task<string> Name(string name)
{
    await Task.Delay(1000);
    return name;
}
