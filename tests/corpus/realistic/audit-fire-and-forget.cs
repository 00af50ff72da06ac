// expect: never-awaited 21

var store = new DocumentStore(new AuditLog());
await store.SaveAsync("contract");
Console.WriteLine("saved");

class AuditLog
{
    public async Task WriteAsync(string entry)
    {
        await Task.Delay(500);
        Console.WriteLine($"audit: {entry}");
    }
}

class DocumentStore(AuditLog audit)
{
    public async Task SaveAsync(string name)
    {
        await Task.Delay(100);
        audit.WriteAsync($"saved {name}");
    }
}
