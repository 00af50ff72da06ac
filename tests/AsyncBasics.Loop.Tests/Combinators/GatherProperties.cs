using FsCheck;
using FsCheck.Fluent;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

public sealed class GatherProperties
{
    [Fact]
    public void Results_StandInTheOrderOfTheArguments_WhateverTheDurations() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), durations => VirtualTime.Run(async () =>
        {
            async Coroutine<int> Worker(int n)
            {
                await Sleep(durations[n] / 10.0);
                return n;
            }

            int[] results = await Gather(Enumerable.Range(0, durations.Length).Select(Worker));

            Assert.Equal(Enumerable.Range(0, durations.Length), results);
            Assert.Equal(durations.Length == 0 ? 0 : durations.Max() / 10.0, Time());
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void TheFirstError_IsThatOfTheShortestDuration_AndOutcomesHoldThemAll() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), durations => VirtualTime.Run(async () =>
        {
            // Those of odd duration fail.
            async Coroutine<int> Worker(int n)
            {
                await Sleep(durations[n]);
                return durations[n] % 2 == 0 ? n : throw new ExpectedException($"{n}");
            }

            Outcome<int>[] outcomes = await GatherOutcomes(Enumerable.Range(0, durations.Length).Select(Worker));
            for (int n = 0; n < outcomes.Length; n++)
            {
                Assert.Equal(durations[n] % 2 == 0 ? $"{n}" : $"ExpectedException: {n}", outcomes[n].ToString());
            }

            int first = Enumerable.Range(0, durations.Length).Where(n => durations[n] % 2 != 0).OrderBy(n => durations[n]).FirstOrDefault(-1);
            if (first >= 0)
            {
                ExpectedException error = await Awaiting.Throws<ExpectedException>(
                    Gather(Enumerable.Range(0, durations.Length).Select(Worker)));
                Assert.Equal($"{first}", error.Message);
                await Sleep(300);
            }
        })).QuickCheckThrowOnFailure();
}
