// expect: async-void 10
// makespan: 1

var form = new Form();
form.Save();
await Task.Delay(1000);

class Form
{
    public async void Save()
    {
        await Task.Delay(500);
        Console.WriteLine("saved");
    }
}
