// expect: none
// makespan: 3
// stdout: red green yellow

string light = "red";
List<string> seen = [];
do
{
    seen.Add(light);
    switch (light)
    {
        case "red":
            await Task.Delay(1000);
            light = "green";
            break;
        case "green":
            await Task.Delay(1000);
            light = "yellow";
            break;
        default:
            await Task.Delay(1000);
            goto end;
    }
}
while (true);

end:
Console.WriteLine(string.Join(" ", seen));
