// expect: none
// makespan: 3
// needed: 3

using static AsyncBasics.Asyncio;

Run(TrafficLight());

async Coroutine TrafficLight()
{
    Console.WriteLine("red");
    await Sleep(1);
    Console.WriteLine("yellow");
    await Sleep(0.5);
    Console.WriteLine("green");
    await Sleep(1.5);
    Console.WriteLine("off");
}
