// expect: task-printed 7
// makespan: 1

var report = new System.Text.StringBuilder();
ValueTask<int> size = SizeAsync();
report.Append("size: ");
report.Append(size.ToString());
Console.WriteLine(report);
Console.WriteLine(await size);

static async ValueTask<int> SizeAsync()
{
    await Task.Delay(1000);
    return 7;
}
