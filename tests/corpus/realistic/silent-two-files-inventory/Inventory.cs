namespace Shop;

public class Inventory(IWarehouse warehouse)
{
    public async Task<IReadOnlyDictionary<string, int>> CountAllAsync(IEnumerable<string> names)
    {
        var asked = names.ToDictionary(name => name, warehouse.CountAsync);
        await Task.WhenAll(asked.Values);
        return asked.ToDictionary(pair => pair.Key, pair => pair.Value.Result);
    }
}
