using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Timeouts that end with an error.</summary>
public sealed class TimeoutTests
{
    [Fact]
    public void Timeout_BeforeTheBodysEnd_CutsItOff() => VirtualTime.Run(async () =>
    {
        bool reached = false;

        TimeoutException error = await Awaiting.Throws<TimeoutException>(Timeout(1, async () =>
        {
            await Sleep(10);
            reached = true;
        }));

        Assert.False(reached);
        Assert.Equal(1, Time());
        Assert.Equal(CancelKind.Deadline, Assert.IsType<CancelledException>(error.InnerException).Reason?.Kind);
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void Timeout_WithAResult_BeforeTheBodysEnd_KeepsTheCancellationItCameFrom() => VirtualTime.Run(async () =>
    {
        TimeoutException? error = null;
        try
        {
            await Timeout(1, () => ValueAfter(10));
        }
        catch (TimeoutException timeout)
        {
            error = timeout;
        }

        Assert.Equal(CancelKind.Deadline, Assert.IsType<CancelledException>(error?.InnerException).Reason?.Kind);
    });

    [Fact]
    public void Timeout_AfterTheBodysEnd_NeverFires() => VirtualTime.Run(async () =>
    {
        await Timeout(2, () => Sleep(1));
        Assert.Equal(7, await Timeout(2, () => ValueAfter(1)));
        await Sleep(10);

        Assert.Equal(12, Time());
    });

    [Fact]
    public void Timeout_OfZero_IsQueued_AndTakesTwoIterations() => VirtualTime.Run(async () =>
        Assert.Equal(2, await Iterations.Of(async () => await Awaiting.Throws<TimeoutException>(Timeout(0, () => Sleep(10))))));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NegativeInfinity)]
    public void Timeout_OfZeroOrLess_LetsABodyThrough_ThatDoesNotWait(double seconds) => VirtualTime.Run(async () =>
    {
        Assert.Equal(1, await Timeout(seconds, async () => 1));
        await Awaiting.Throws<TimeoutException>(Timeout(seconds, () => Sleep(0)));
        await Sleep(1);
    });

    [Fact]
    public void Timeout_Null_IsNoLimit() => VirtualTime.Run(async () =>
    {
        await Timeout(null, async scope =>
        {
            Assert.Null(scope.Deadline);
            await Sleep(1_000_000);
        });
        Assert.Equal(7, await TimeoutAt(null, () => ValueAfter(1)));
    });

    [Fact]
    public void Timeout_NaN_IsAnArgumentError() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { Timeout(double.NaN, () => Sleep(1)); });

    [Fact]
    public void TimeoutAt_IsAMomentOnTheLoopsClock() => VirtualTime.Run(async () =>
    {
        await Sleep(5);

        await Awaiting.Throws<TimeoutException>(TimeoutAt(TimeSpan.FromSeconds(8), () => Sleep(10)));

        Assert.Equal(8, Time());
    });

    [Fact]
    public void TimeoutAt_AMomentThatHasPassed_CountsInTheNextIteration() => VirtualTime.Run(async () =>
    {
        await Sleep(5);

        await Awaiting.Throws<TimeoutException>(TimeoutAt(TimeSpan.FromSeconds(1), () => Sleep(0)));

        Assert.Equal(5, Time());
    });

    [Fact]
    public void TheTime_RunsFromWhenItIsAwaited_NotFromWhenItIsMade() => VirtualTime.Run(async () =>
    {
        Coroutine timeout = Timeout(2, () => Sleep(1.5));
        await Sleep(5);

        await timeout;

        Assert.Equal(6.5, Time());
    });

    [Fact]
    public void FailAfter_IsTimeoutInTriosWords() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<TimeoutException>(FailAfter(1, () => Sleep(2)));
        Assert.Equal(7, await FailAfter(2, () => ValueAfter(1)));
    });

    [Fact]
    public void Nested_TheInnerFirst_OnlyTheInnerOneFails() => VirtualTime.Run(async () =>
    {
        await Timeout(10, async () =>
        {
            await Awaiting.Throws<TimeoutException>(Timeout(1, () => Sleep(100)));
            await Sleep(5);
        });

        Assert.Equal(6, Time());
    });

    [Fact]
    public void Nested_TheOuterFirst_GoesThroughTheInnerOne() => VirtualTime.Run(async () =>
    {
        CancelScope? inner = null;
        bool innerFailed = false;

        await Awaiting.Throws<TimeoutException>(Timeout(1, async () =>
        {
            try
            {
                await Timeout(10, async scope =>
                {
                    inner = scope;
                    await Sleep(100);
                });
            }
            catch (TimeoutException)
            {
                innerFailed = true;
            }
        }));

        Assert.False(innerFailed);
        Assert.False(inner!.CancelCalled);
        Assert.Equal(1, Time());
    });

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(1.0, 2.0)]
    [InlineData(2.0, 1.0)]
    public void Nested_BothPassWhileTheLoopIsBusy_TheOuterOneFails(double outer, double inner) => VirtualTime.Run(async () =>
    {
        // CPython 3.13: both have expired, and the error is the outer one's, whichever was due first.
        (CancelScope? outerScope, CancelScope? innerScope) = (null, null);
        bool innerFailed = false;

        await Awaiting.Throws<TimeoutException>(Timeout(outer, async scope =>
        {
            outerScope = scope;
            try
            {
                await Timeout(inner, async scope =>
                {
                    innerScope = scope;
                    BlockingSleep(3);
                    await Sleep(1);
                });
            }
            catch (TimeoutException)
            {
                innerFailed = true;
            }
        }));

        Assert.False(innerFailed);
        Assert.Equal((true, true), (outerScope!.CancelCalled, innerScope!.CancelCalled));
        Assert.Equal((true, false), (outerScope.CancelledCaught, innerScope.CancelledCaught));
        Assert.Equal(0, CurrentTask!.Cancelling);
    });

    [Fact]
    public void Nested_InTheCleanupOfTheOuter_BothFail() => VirtualTime.Run(async () =>
    {
        List<string> log = [];

        await Awaiting.Throws<TimeoutException>(Timeout(1, async () =>
        {
            try
            {
                await Sleep(10);
            }
            finally
            {
                await Awaiting.Throws<TimeoutException>(Timeout(1, () => Sleep(10)));
                log.Add($"inner at {Time()}");
            }
        }));

        Assert.Equal(["inner at 2"], log);
    });

    [Fact]
    public void ABodyThatHoldsTheLoopBeyondTheDeadline_AndDoesNotWait_IsNoError() => VirtualTime.Run(async () =>
    {
        CancelScope? scope = null;

        await Timeout(1, async own =>
        {
            scope = own;
            BlockingSleep(2);
        });
        await Sleep(1);

        Assert.False(scope!.CancelCalled);
    });

    [Fact]
    public void AnErrorOfTheBody_PassesUnchanged() => VirtualTime.Run(async () =>
        await Awaiting.Throws<ExpectedException>(Timeout(1, () => throw new ExpectedException())));

    [Fact]
    public void AnErrorInTheCleanupAfterTheDeadline_GoesFirst() => VirtualTime.Run(async () =>
    {
        await Awaiting.Throws<ExpectedException>(Timeout(1, async () =>
        {
            try
            {
                await Sleep(10);
            }
            catch (OperationCanceledException)
            {
                throw new ExpectedException();
            }
        }));

        Assert.Equal(0, CurrentTask!.Cancelling);
        await Sleep(1);
    });

    [Fact]
    public void WithoutABody_IsAnArgumentErrorAtTheCall()
    {
        Assert.Throws<ArgumentNullException>(() => { Timeout(1, (Func<CancelScope, Coroutine>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Timeout(1, (Func<Coroutine>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Timeout(1, (Func<CancelScope, Coroutine<int>>)null!); });
        Assert.Throws<ArgumentNullException>(() => { Timeout(1, (Func<Coroutine<int>>)null!); });
    }

    private static async Coroutine<int> ValueAfter(double seconds)
    {
        await Sleep(seconds);
        return 7;
    }
}
