// expect: none
// makespan: 3
// stdout: 3 handled

var queue = new Queue<int>();
using var items = new SemaphoreSlim(0);
Task consumer = Consume();
for (int item = 0; item < 3; item++)
{
    await Task.Delay(1000);
    queue.Enqueue(item);
    items.Release();
}

await consumer;

async Task Consume()
{
    int handled = 0;
    while (handled < 3)
    {
        await items.WaitAsync();
        queue.Dequeue();
        handled++;
    }

    Console.WriteLine($"{handled} handled");
}
