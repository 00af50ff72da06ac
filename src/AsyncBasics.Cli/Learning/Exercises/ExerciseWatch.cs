using System.Collections.Concurrent;
using AsyncBasics.Course;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// Checks an exercise each time its file is saved, with the next hint when the same thing is still wrong, and goes on to the next exercise
/// when it is passed.
/// </summary>
internal sealed class ExerciseWatch(ExerciseDesk desk) : IDisposable
{
    /// <summary>Stands among the letters for a change of the file.</summary>
    private const char Saved = '\0';

    private readonly Conversation _talk = desk.Talk;
    private readonly BlockingCollection<char> _happened = [];
    private CancellationTokenSource? _watching;
    private string? _lastMistake;
    private int _timesInARow;

    /// <returns>The exit code.</returns>
    public int Follow(Exercise exercise)
    {
        WatchKeys.Read(_talk.Terminal, _happened.Add);
        desk.Introduce(exercise);
        Watch(exercise);
        string? seen = null;
        while (true)
        {
            string text = desk.Folder.Read(exercise).Text;
            bool isSaved = text != seen;
            seen = text;
            if (isSaved && Check(exercise))
            {
                if (desk.NextAfter(exercise) is not { } next)
                {
                    _talk.Judge(true, "All exercises are passed.");
                    return ExitCodes.Success;
                }

                exercise = next;
                desk.Introduce(exercise);
                // The next one is only begun: its starter need not be told that it is no solution.
                seen = desk.Folder.Read(exercise).Text;
                Watch(exercise);
            }

            switch (_happened.Take())
            {
                case 'q':
                    throw new InputEndedException();
                case 'h':
                    desk.ShowHint(exercise, Math.Min(desk.HintsShown(exercise) + 1, exercise.Hints.Count));
                    break;
                case 'r':
                    seen = null;
                    break;
                default:
                    break;
            }
        }
    }

    public void Dispose()
    {
        _watching?.Cancel();
        _watching?.Dispose();
    }

    /// <summary>From now on a change of this exercise's file is told, and of no other's.</summary>
    private void Watch(Exercise exercise)
    {
        _watching?.Cancel();
        _watching?.Dispose();
        _watching = new CancellationTokenSource();
        CancellationToken ended = _watching.Token;
        var changes = new FileChanges([desk.Folder.PathOf(exercise)], []);
        new Thread(() =>
        {
            using (changes)
            {
                while (changes.Wait(ended))
                {
                    _happened.Add(Saved);
                }
            }
        })
        { IsBackground = true, Name = "changes" }.Start();
        SayWatching(exercise);
    }

    private bool Check(Exercise exercise)
    {
        _talk.Say();
        ExerciseVerdict verdict = desk.Check(exercise);
        if (verdict.IsPassed)
        {
            _lastMistake = null;
            return true;
        }

        if (verdict.Report.Outcome != Outcome.Finished)
        {
            // What the compiler says is hint enough.
            SayWatching(exercise);
            return false;
        }

        string mistake = $"{exercise.Id}: {verdict.Failures[0].Message}";
        _timesInARow = mistake == _lastMistake ? _timesInARow + 1 : 1;
        _lastMistake = mistake;
        desk.ShowHint(exercise, Math.Min(_timesInARow, exercise.Hints.Count));
        SayWatching(exercise);
        return false;
    }

    private void SayWatching(Exercise exercise) =>
        _talk.Say(Ink.Quiet, $"Watching {desk.Folder.PathOf(exercise)}: it is checked when you save it. h gives a hint, r runs it again, q stops.");
}
