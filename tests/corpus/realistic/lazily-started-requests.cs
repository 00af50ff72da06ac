// expect: lazy-enumerated-twice 6

var client = new Api();
IEnumerable<Task<int>> requests = Enumerable.Range(1, 3).Select(client.GetAsync);
Console.WriteLine($"{requests.Count()} requests");
int[] answers = await Task.WhenAll(requests);
Console.WriteLine($"{answers.Sum()} from {client.Calls} calls");

class Api
{
    public int Calls { get; private set; }

    public async Task<int> GetAsync(int id)
    {
        Calls++;
        await Task.Delay(100);
        return id * 10;
    }
}
