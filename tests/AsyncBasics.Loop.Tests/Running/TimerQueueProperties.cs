using FsCheck;
using FsCheck.Fluent;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>The timers against a sorted list.</summary>
public sealed class TimerQueueProperties
{
    private enum Action
    {
        Add,
        AddMany,
        Cancel,
        CancelMost,
        MoveOn,
    }

    [Fact]
    public void TimersFire_ByDeadlineAndThenInTheOrderInWhichTheyWereSet_AndCancelledOnesDoNot() =>
        Prop.ForAll(Programs(), steps =>
        {
            using EventLoop loop = VirtualTime.NewLoop();
            TimerQueue timers = loop.Timers;
            var ready = new ReadyQueue();
            List<(long Deadline, int Order, Handle Handle)> model = [];
            long now = 0;
            int made = 0;
            void Add(long deadline) =>
                model.Add((deadline, made++, loop.CallAt(TimeSpan.FromTicks(deadline), () => { })));

            foreach ((Action action, int value) in steps)
            {
                switch (action)
                {
                    case Action.Add:
                        Add(now + value);
                        break;
                    case Action.AddMany:
                        for (int i = 0; i < 60; i++)
                        {
                            Add(now + (i * value % 17));
                        }

                        break;
                    case Action.Cancel when model.Count > 0:
                        Cancel(value % model.Count);
                        break;
                    case Action.CancelMost:
                        while (model.Count > value % 20)
                        {
                            Cancel(value % model.Count);
                        }

                        break;
                    case Action.MoveOn:
                        now += value;
                        model.Sort((a, b) => (a.Deadline, a.Order).CompareTo((b.Deadline, b.Order)));
                        timers.MoveDue(now, ready);
                        foreach ((long _, int _, Handle handle) in model.TakeWhile(timer => timer.Deadline <= now))
                        {
                            Assert.Null(ready.Dequeue());
                            Assert.Same(handle, ready.DequeueCall().Argument);
                        }

                        Assert.Equal(0, ready.Count);
                        model.RemoveAll(timer => timer.Deadline <= now);
                        break;
                }

                Assert.Equal(model.Count == 0 ? null : model.Min(timer => timer.Deadline), timers.NextDeadline);
            }

            void Cancel(int index)
            {
                model[index].Handle.Cancel();
                model.RemoveAt(index);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sleepers_WakeByDeadlineAndThenInTheOrderInWhichTheyFellAsleep_AndCancelledOnesDoNot() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), durations =>
        {
            List<int> woken = [];
            VirtualTime.Run(async () =>
            {
                async Coroutine Sleeper(int n)
                {
                    await Sleep(durations[n] % 16);
                    woken.Add(n);
                }

                LoopTask[] sleepers = [.. Enumerable.Range(0, durations.Length).Select(n => CreateTask(Sleeper(n)))];
                await Sleep(0);
                for (int n = 0; n < sleepers.Length; n++)
                {
                    if (IsCancelled(n))
                    {
                        sleepers[n].Cancel();
                    }
                }

                await Gather(sleepers.Select(Quietly));
            });

            IEnumerable<int> expected = Enumerable.Range(0, durations.Length)
                .Where(n => !IsCancelled(n))
                .OrderBy(n => durations[n] % 16);
            Assert.Equal(expected, woken);

            // One that sleeps for nothing is awake again before anybody could cancel it.
            bool IsCancelled(int n) => durations[n] % 16 != 0 && durations[n] >= 128;
        }).QuickCheckThrowOnFailure();

    private static async Coroutine Quietly(LoopTask task)
    {
        try
        {
            await task;
        }
        catch (CancelledException)
        {
        }
    }

    private static Arbitrary<(Action, int)[]> Programs() =>
        (from action in Gen.Elements(Enum.GetValues<Action>())
         from value in Gen.Choose(0, 50)
         select (action, value)).ArrayOf().ToArbitrary();
}
