namespace Shop;

public interface IWarehouse
{
    Task<int> CountAsync(string name);
}

public class Warehouse : IWarehouse
{
    public async Task<int> CountAsync(string name)
    {
        await Task.Delay(name.Length * 50);
        return name.Length * 7;
    }
}
