namespace AsyncBasics.Lab;

/// <summary>
/// Sees who asks over and over, for the time or whether something has come, without ever waiting. On a virtual clock no time would go by
/// meanwhile and the asking would never end; so after many questions each takes a moment.
/// </summary>
internal sealed class Spinning(Stage stage)
{
    private const int QuestionsForNothing = 1000;
    private const int YieldsForNothing = 10_000;
    private const int StepsForNothing = 5_000_000;
    private const int StepsInALongestMoment = 10_000;
    private static readonly TimeSpan s_first = TimeSpan.FromMicroseconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(1);

    private int _questions;
    private int _computed;
    private bool _isPassing;
    private int _yields;
    private TimeSpan _seen;
    private TimeSpan _computedAt;
    private TimeSpan _moment = s_first;

    /// <summary>Somebody asks.</summary>
    public void Asked()
    {
        stage.Budget.Tick();
        if (!stage.IsVirtual || !stage.IsHere)
        {
            return;
        }

        if (stage.Now != _seen)
        {
            // Time has gone by in another way.
            _questions = 0;
            _moment = s_first;
            _seen = stage.Now;
        }
        else if (++_questions > QuestionsForNothing)
        {
            Pass();
        }
    }

    /// <summary>Somebody gives the others a turn. That is no question yet; doing nothing else thousands of times is.</summary>
    public void Yielded()
    {
        if (stage.Now == _seen && _yields++ > YieldsForNothing)
        {
            Paused();
        }
        else
        {
            stage.Budget.Tick();
            if (stage.Now != _seen)
            {
                _yields = 0;
                _questions = 0;
                _moment = s_first;
                _seen = stage.Now;
            }
        }
    }

    /// <summary>
    /// A worker, or the main thread of a program whose entry point is not async, has done so many steps. For long it does so in no time; but the
    /// others would never have their turns if it waited in this way for something that they do.
    /// </summary>
    public void Computed(int steps)
    {
        if (_isPassing || !stage.IsHere)
        {
            return;
        }

        if (WorkLane.Here is null && stage.Loop.IsRunningHere)
        {
            stage.LongTurns.Computed(steps);
            return;
        }

        if (!stage.IsVirtual)
        {
            return;
        }

        if (stage.Now != _computedAt)
        {
            _computedAt = stage.Now;
            _computed = 0;
        }

        _computed += steps;
        if (_computed > StepsForNothing)
        {
            _computed -= StepsInALongestMoment;
            PassMoment(s_longest);
            _computedAt = stage.Now;
        }
    }

    /// <summary>Somebody pauses shortly, in order to ask again.</summary>
    public void Paused()
    {
        _questions = Math.Max(_questions, QuestionsForNothing);
        Asked();
    }

    /// <summary>The first moments are short, for the short waits; whoever asks for seconds needs not be asked for billions of questions.</summary>
    private void Pass()
    {
        TimeSpan moment = _moment;
        if (_questions % QuestionsForNothing == 0 && _moment < s_longest)
        {
            _moment *= 10;
        }

        PassMoment(moment);
        _seen = stage.Now;
        stage.Recorder.Spun(moment);
    }

    private void PassMoment(TimeSpan moment)
    {
        _isPassing = true;
        try
        {
            stage.Pass(moment);
        }
        finally
        {
            _isPassing = false;
        }
    }
}
