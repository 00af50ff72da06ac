// expect: none
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    var seats = new SemaphoreSlim(1);
    Console.WriteLine(seats.Wait(0) ? "One seat left" : "Full");
    await Sleep(1);
    Console.WriteLine(seats.Wait(0) ? "One seat left" : "Full");
}
