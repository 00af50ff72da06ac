// expect: none
// makespan: 0
// needed: 0
// stdout: first
// stdout: second

string path = Path.Combine(Path.GetTempPath(), $"async-basics-{Environment.ProcessId}.log");
await File.WriteAllTextAsync(path, "first\n");
await File.AppendAllTextAsync(path, "second\n");
Console.Write(await File.ReadAllTextAsync(path));
File.Delete(path);
