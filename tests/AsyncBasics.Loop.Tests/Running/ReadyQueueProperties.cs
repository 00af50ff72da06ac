using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Tests;

public sealed class ReadyQueueProperties
{
    [Fact]
    public void ItGivesItemsBackInTheOrderInWhichItGotThem() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bursts =>
        {
            // Each byte is a burst: so many in, then some out. The ring wraps and grows again and again.
            var queue = new ReadyQueue();
            var model = new Queue<object>();
            int made = 0;
            foreach (byte burst in bursts)
            {
                for (int i = 0; i < burst; i++)
                {
                    object item = made++;
                    queue.Enqueue(item, item);
                    model.Enqueue(item);
                }

                for (int i = 0; i < burst * 3 / 4; i++)
                {
                    Assert.Same(model.Dequeue(), queue.Dequeue().Target);
                }

                Assert.Equal(model.Count, queue.Count);
            }

            while (model.TryDequeue(out object? expected))
            {
                ReadyItem item = queue.Dequeue();
                Assert.Same(expected, item.Target);
                Assert.Same(expected, item.Argument);
            }

            Assert.Equal(0, queue.Count);
        }).QuickCheckThrowOnFailure();
}
