using System.ComponentModel;

namespace AsyncBasics.Lab;

/// <summary>The end of an <c>await using</c> in a rewritten program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProbedDisposal
{
    private readonly int _site;
    private readonly int _call;
    private readonly IAsyncDisposable? _resource;
    private readonly bool _continueOnCapturedContext;

    internal ProbedDisposal(int site, int call, IAsyncDisposable? resource, bool continueOnCapturedContext)
    {
        _site = site;
        _call = call;
        _resource = resource;
        _continueOnCapturedContext = continueOnCapturedContext;
    }

    /// <summary>Ends it, if there is something.</summary>
    public ProbedValueTask DisposeAsync() => _resource is null ? default : Await(_resource.DisposeAsync());

    private ProbedValueTask Await(ValueTask task) => Probe.Await(_site, Probe.Call(_call, task), _continueOnCapturedContext);
}
