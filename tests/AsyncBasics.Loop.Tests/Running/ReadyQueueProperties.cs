using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Tests;

public sealed class ReadyQueueProperties
{
    [Fact]
    public void ItGivesItemsBackInTheOrderInWhichItGotThem() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bursts =>
        {
            // Each byte is a burst: so many in, then some out. Blocks are added and used again and again.
            using EventLoop loop = VirtualTime.NewLoop();
            LoopTask task = loop.CreateTask(Asyncio.Sleep(0));
            var queue = new ReadyQueue();
            var model = new Queue<object>();
            int made = 0;
            foreach (byte burst in bursts)
            {
                for (int i = 0; i < burst; i++)
                {
                    Enqueue(isTask: (made++ * burst) % 3 == 0);
                }

                for (int i = 0; i < burst * 3 / 4; i++)
                {
                    AssertNext();
                }

                Assert.Equal(model.Count, queue.Count);
            }

            while (model.Count > 0)
            {
                AssertNext();
            }

            Assert.Equal(0, queue.Count);
            loop.RunUntilComplete(task);

            void Enqueue(bool isTask)
            {
                if (isTask)
                {
                    queue.Enqueue(task);
                    model.Enqueue(task);
                }
                else
                {
                    object argument = made;
                    queue.Enqueue(HandleTurn.Instance, argument);
                    model.Enqueue(argument);
                }
            }

            void AssertNext()
            {
                object expected = model.Dequeue();
                LoopTask? next = queue.Dequeue();
                Assert.Same(expected, next ?? queue.DequeueCall().Argument);
            }
        }).QuickCheckThrowOnFailure();
}
