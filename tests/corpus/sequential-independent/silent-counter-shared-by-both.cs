// expect: none
// makespan: 3
// needed: 3

class Till
{
    private int _number;

    private async Task<int> NextTicketAsync(int seconds)
    {
        int next = _number + 1;
        await Task.Delay(seconds * 1000);
        _number = next;
        return next;
    }

    static async Task Main()
    {
        var till = new Till();
        int first = await till.NextTicketAsync(1);
        int second = await till.NextTicketAsync(2);
        Console.WriteLine($"{first}, {second}");
    }
}
