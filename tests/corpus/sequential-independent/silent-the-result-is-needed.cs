// expect: none
// makespan: 3
// needed: 3

string id = await FindCustomerAsync("Ada");
string address = await FindAddressAsync(id);
Console.WriteLine(address);

static async Task<string> FindCustomerAsync(string name)
{
    await Task.Delay(1000);
    return $"{name}-17";
}

static async Task<string> FindAddressAsync(string id)
{
    await Task.Delay(2000);
    return $"Street of {id}";
}
