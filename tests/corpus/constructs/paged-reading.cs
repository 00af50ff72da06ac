// expect: none
// makespan: 3
// stdout: abc

var all = new System.Text.StringBuilder();
int? page = 0;
while (page is { } number)
{
    (string text, page) = await Page(number);
    all.Append(text);
}

Console.WriteLine(all);

async Task<(string Text, int? Next)> Page(int number)
{
    await Task.Delay(1000);
    return ("abc"[number].ToString(), number < 2 ? number + 1 : null);
}
