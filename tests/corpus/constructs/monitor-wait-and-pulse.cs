// expect: none
// makespan: 0.5
// stdout: got 1 2 3 4 5

var buffer = new BoundedBuffer<int>(2);
var got = new List<int>();
var consumer = new Thread(() =>
{
    for (int i = 0; i < 5; i++)
    {
        got.Add(buffer.Take());
        Thread.Sleep(100);
    }
});
consumer.Start();
for (int i = 1; i <= 5; i++)
{
    buffer.Put(i);
}

consumer.Join();
Console.WriteLine($"got {string.Join(' ', got)}");

class BoundedBuffer<T>(int capacity)
{
    private readonly Queue<T> _items = new();

    public void Put(T item)
    {
        lock (_items)
        {
            while (_items.Count == capacity)
            {
                Monitor.Wait(_items);
            }

            _items.Enqueue(item);
            Monitor.PulseAll(_items);
        }
    }

    public T Take()
    {
        bool taken = false;
        try
        {
            Monitor.Enter(_items, ref taken);
            while (_items.Count == 0)
            {
                Monitor.Wait(_items);
            }

            Monitor.PulseAll(_items);
            return _items.Dequeue();
        }
        finally
        {
            if (taken)
            {
                Monitor.Exit(_items);
            }
        }
    }
}
