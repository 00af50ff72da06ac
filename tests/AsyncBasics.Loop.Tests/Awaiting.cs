namespace AsyncBasics.Tests;

/// <summary>Assertions on what awaiting something throws; xunit's own ones speak of native tasks.</summary>
internal static class Awaiting
{
    /// <summary>Awaits and expects an exception of exactly this type.</summary>
    public static async Coroutine<TException> Throws<TException>(Future future)
        where TException : Exception
    {
        try
        {
            await future;
        }
        catch (Exception exception)
        {
            return Assert.IsType<TException>(exception);
        }

        throw new Xunit.Sdk.XunitException($"{typeof(TException).Name} was expected, and nothing was thrown.");
    }

    /// <inheritdoc cref="Throws{TException}(Future)"/>
    public static async Coroutine<TException> Throws<TException>(Coroutine coroutine)
        where TException : Exception
    {
        try
        {
            await coroutine;
        }
        catch (Exception exception)
        {
            return Assert.IsType<TException>(exception);
        }

        throw new Xunit.Sdk.XunitException($"{typeof(TException).Name} was expected, and nothing was thrown.");
    }
}
