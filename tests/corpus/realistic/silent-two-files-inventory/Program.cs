// expect: none

using Shop;

var inventory = new Inventory(new Warehouse());
string[] names = ["lamp", "desk", "chair"];
var counts = await inventory.CountAllAsync(names);
foreach (var (name, count) in counts.OrderBy(pair => pair.Key))
{
    Console.WriteLine($"{name}: {count}");
}
