// expect: none
// makespan: 2
// stdout: 5

using System.Runtime.CompilerServices;

ConfiguredTaskAwaitable pause = Task.Delay(1000).ConfigureAwait(false);
await pause;
ConfiguredTaskAwaitable<int> five = Five().ConfigureAwait(true);
Console.WriteLine(await five);

async Task<int> Five()
{
    await Task.Delay(1000);
    return 5;
}
