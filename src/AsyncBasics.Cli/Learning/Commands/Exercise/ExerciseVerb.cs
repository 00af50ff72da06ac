using System.CommandLine;
using AsyncBasics.Course;

namespace AsyncBasics.Cli;

/// <summary>A command on an exercise.</summary>
internal abstract class ExerciseVerb : LearningCommand
{
    private readonly Argument<string> _name = Optional(
        "name", "The exercise, by its name or number: the first that you have not passed by default.", lesson => lesson.Exercises.Select(known => known.Id));

    private readonly Option<string> _dir = OptionKinds.Valued("--dir", "DIR", $"Your folder for exercises: ./{ExerciseFolder.Default} by default.");
    private readonly bool _isNamed;

    protected ExerciseVerb(string name, string description, bool isNamed = true)
        : base(name, description, asks: false)
    {
        _isNamed = isNamed;
        Add(isNamed ? [_name, _dir, .. Options] : [_dir, .. Options]);
    }

    protected override string GoOnWith => "async-basics exercise";

    protected override int Teach(LearningSession session, ParseResult parsed)
    {
        using var runs = new LearnersRuns();
        var desk = new ExerciseDesk(session, new ExerciseFolder(parsed.GetValue(_dir) ?? ExerciseFolder.Default), runs);
        string? word = _isNamed ? parsed.GetValue(_name) : null;
        if (word is null && desk.Next is null)
        {
            session.Talk.Judge(true, $"You have passed all {session.Lesson.Exercises.Count} exercises.");
            session.Talk.Say("Name one to go back to it: async-basics exercise list lists them.");
            return ExitCodes.Success;
        }

        return Work(desk, session, desk.Find(word), parsed);
    }

    protected abstract int Work(ExerciseDesk desk, LearningSession session, Exercise exercise, ParseResult parsed);
}
