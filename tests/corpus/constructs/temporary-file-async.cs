// expect: none
// makespan: 1
// stdout: 3 lines

string path = Path.GetTempFileName();
await File.WriteAllLinesAsync(path, ["a", "b", "c"]);
string[] lines = await File.ReadAllLinesAsync(path);
File.Delete(path);
await Task.Delay(1000);
Console.WriteLine($"{lines.Length} lines");
