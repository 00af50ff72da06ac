using AsyncBasics.Course;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>The learner's own folder: a file for each exercise that was begun.</summary>
internal sealed class ExerciseFolder(string folder)
{
    public const string Default = "async-basics-exercises";

    /// <summary>The file of an exercise, as a learner would type it.</summary>
    public string PathOf(Exercise exercise) => Path.Combine(folder, $"{exercise.Id}.cs");

    public bool Has(Exercise exercise) => File.Exists(PathOf(exercise));

    /// <summary>Puts the starter there, unless the learner has a file already: that is never written over.</summary>
    /// <returns>Whether it was put there now.</returns>
    public bool Begin(Exercise exercise)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new StreamWriter(new FileStream(PathOf(exercise), FileMode.CreateNew, FileAccess.Write));
            file.Write(exercise.Starter.Text);
            return true;
        }
        catch (IOException) when (Has(exercise))
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }

    /// <summary>The learner's file.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public SourceFile Read(Exercise exercise)
    {
        try
        {
            return new SourceFile($"{exercise.Id}.cs", File.ReadAllText(PathOf(exercise)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }

    /// <summary>Puts the starter in the place of the learner's file, which is kept beside it under another name.</summary>
    /// <returns>Where the learner's file is now.</returns>
    public string Reset(Exercise exercise)
    {
        string kept = Enumerable.Range(1, int.MaxValue).Select(number => $"{PathOf(exercise)}.old-{number}").First(path => !File.Exists(path));
        try
        {
            File.Move(PathOf(exercise), kept);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }

        Begin(exercise);
        return kept;
    }

    private UsageException Unusable(Exception exception) =>
        new($"Your exercises in {Quoting.Shown(folder)} cannot be read or written ({exception.Message.TrimEnd('.')}): choose a folder with --dir DIR.");
}
