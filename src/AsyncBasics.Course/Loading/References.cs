namespace AsyncBasics.Course;

/// <summary>Checks that what refers to something by its name finds it, and that a name means one thing.</summary>
internal static class References
{
    public static void Check(CourseLesson lesson, LessonFiles files)
    {
        Unique(lesson.Cards.Select(card => (card.Id, card.Place!)), "card", files);
        Unique(lesson.Explain.Select(question => (question.Id, question.Place)), "question", files);
        Unique(lesson.Glossary.Select(term => (term.Name, term.Place)), "term", files);
        Unique(lesson.Mastery.Select(point => (point.Id, point.Place)), "point of the mastery check", files);

        foreach (ExplainQuestion question in lesson.Explain)
        {
            Find(question.Cards, lesson.Cards.Select(card => card.Id), "card", "cards.yaml", question.Place, files);
        }

        string[] terms = [.. lesson.Glossary.Select(term => term.Name)];
        foreach (Term term in lesson.Glossary)
        {
            Find(term.See, terms, "term", "glossary.yaml", term.Place, files);
        }

        foreach (Exercise exercise in lesson.Exercises.Where(exercise => exercise.Concept.Length > 0))
        {
            Find([exercise.Concept], terms, "term", "glossary.yaml", exercise.Place, files);
        }

        foreach (MasteryPoint point in lesson.Mastery)
        {
            foreach (MasteryTask task in point.Passes)
            {
                (string what, IEnumerable<string> ids) = Targets(lesson, task.Kind);
                Find([task.Item], ids, what, "the lesson", point.Place, files);
            }
        }
    }

    private static (string What, IEnumerable<string> Ids) Targets(CourseLesson lesson, MasteryKind kind) => kind switch
    {
        MasteryKind.Exercise => ("exercise", lesson.Exercises.Select(exercise => exercise.Id)),
        MasteryKind.Prediction => ("prediction", lesson.Predictions.Select(prediction => prediction.Id)),
        MasteryKind.Quiz => ("group of the quiz", lesson.Quiz.Select(group => group.Id)),
        _ => ("question of explain.yaml", lesson.Explain.Select(question => question.Id)),
    };

    private static void Find(
        IEnumerable<string> names, IEnumerable<string> known, string what, string where, ContentPlace asker, LessonFiles files)
    {
        foreach (string name in names.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            files.Report(asker, $"there is no {what} '{name}' in {where}.");
        }
    }

    private static void Unique(IEnumerable<(string Name, ContentPlace Place)> items, string what, LessonFiles files)
    {
        foreach (IGrouping<string, (string Name, ContentPlace Place)> same in items.GroupBy(item => item.Name).Where(group => group.Count() > 1))
        {
            files.Report(same.Last().Place, $"there is already a {what} '{same.Key}'.");
        }
    }
}
