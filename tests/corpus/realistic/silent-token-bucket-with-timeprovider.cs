// expect: none

var clock = TimeProvider.System;
var bucket = new TokenBucket(clock, 2, TimeSpan.FromSeconds(1));
long start = clock.GetTimestamp();
for (int i = 1; i <= 5; i++)
{
    await bucket.TakeAsync();
    Console.WriteLine($"request {i} at {Math.Floor(clock.GetElapsedTime(start).TotalSeconds)} s");
}

class TokenBucket(TimeProvider clock, int capacity, TimeSpan refill)
{
    private int _left = capacity;

    public async Task TakeAsync()
    {
        if (_left == 0)
        {
            await Task.Delay(refill, clock);
            _left = capacity;
        }

        _left--;
    }
}
