using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Barrier"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class Barrier : IDisposable
{
    private readonly Action<Barrier>? _postPhaseAction;
    private readonly CallLine _line = new();
    private int _arrived;

    public Barrier(int participantCount)
        : this(participantCount, postPhaseAction: null)
    {
    }

    public Barrier(int participantCount, Action<Barrier>? postPhaseAction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(participantCount);
        ParticipantCount = participantCount;
        _postPhaseAction = postPhaseAction;
    }

    public int ParticipantCount { get; private set; }

    public int ParticipantsRemaining => ParticipantCount - _arrived;

    public long CurrentPhaseNumber { get; private set; }

    public long AddParticipant() => AddParticipants(1);

    public long AddParticipants(int participantCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        ParticipantCount += participantCount;
        return CurrentPhaseNumber;
    }

    public void RemoveParticipant() => RemoveParticipants(1);

    public void RemoveParticipants(int participantCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(participantCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(participantCount, ParticipantCount);
        ParticipantCount -= participantCount;
        if (ParticipantCount > 0 && _arrived == ParticipantCount)
        {
            EndPhase();
        }
    }

    public void SignalAndWait() => SignalAndWait(Timeout.InfiniteTimeSpan, CancellationToken.None);

    public void SignalAndWait(CancellationToken cancellationToken) => SignalAndWait(Timeout.InfiniteTimeSpan, cancellationToken);

    public bool SignalAndWait(int millisecondsTimeout) => SignalAndWait(millisecondsTimeout, CancellationToken.None);

    public bool SignalAndWait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        SignalAndWait(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)), cancellationToken);

    public bool SignalAndWait(TimeSpan timeout) => SignalAndWait(timeout, CancellationToken.None);

    public bool SignalAndWait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        cancellationToken.ThrowIfCancellationRequested();
        if (ParticipantCount == 0)
        {
            throw new InvalidOperationException("The barrier has no registered participants.");
        }

        if (++_arrived == ParticipantCount)
        {
            EndPhase();
            return true;
        }

        bool isOver = false;
        try
        {
            return isOver = _line.Wait(new BlockedCall(BlockingKind.Signal, "the others at a barrier"), timeout, cancellationToken);
        }
        finally
        {
            if (!isOver)
            {
                _arrived--;
            }
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private void EndPhase()
    {
        try
        {
            _postPhaseAction?.Invoke(this);
        }
        catch (Exception exception)
        {
            throw new BarrierPostPhaseException(exception);
        }
        finally
        {
            _arrived = 0;
            CurrentPhaseNumber++;
            _line.ReleaseAll();
        }
    }
}
