using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>A coroutine is called by the name of its method in the source.</summary>
public sealed class CoroutineNameTests
{
    [Fact]
    public void MethodsLocalFunctionsAndLambdas() => VirtualTime.Run(async () =>
    {
        async Coroutine Local() => await Sleep(0);
        async Coroutine<T> GenericLocal<T>(T value) => value;
        Func<Coroutine> lambda = async () => await Sleep(0);

        Assert.Equal("Method", await NameOf(Method()));
        Assert.Equal("Generic", await NameOf(Generic(1)));
        Assert.Equal("Local", await NameOf(Local()));
        Assert.Equal("GenericLocal", await NameOf(GenericLocal(1)));
        Assert.Equal($"lambda in {nameof(MethodsLocalFunctionsAndLambdas)}", await NameOf(lambda()));
        Assert.Equal("Sleep", await NameOf(Sleep(0)));
    });

    [Theory]
    [InlineData("<DoTask>d__1", "DoTask")]
    [InlineData("<DoTask>d__1`1", "DoTask")]
    [InlineData("<<Main>g__Inner|0_1>d", "Inner")]
    [InlineData("<<<Main>$>g__DoTask|0_0>d", "DoTask")]
    [InlineData("<<Main>b__0_0>d", "lambda in Main")]
    [InlineData("<<<Main>$>b__0_0>d", "lambda in Main")]
    [InlineData("Handwritten", "Handwritten")]
    public void TheCompilersNames(string stateMachine, string method) => Assert.Equal(method, CoroutineNames.Parse(stateMachine));

    private static async Coroutine Method() => await Sleep(0);

    private static async Coroutine<T> Generic<T>(T value) => value;

    private static async Coroutine<string> NameOf(Coroutine coroutine)
    {
        LoopTask task = CreateTask(coroutine);
        await task;
        return task.CoroutineName;
    }

    private static async Coroutine<string> NameOf<T>(Coroutine<T> coroutine)
    {
        LoopTask<T> task = CreateTask(coroutine);
        await task;
        return task.CoroutineName;
    }
}
