namespace AsyncBasics.Course.Tests;

/// <summary>A course of one small lesson in memory, to change and to break.</summary>
internal static class SmallCourse
{
    private const string Program = "System.Console.WriteLine(\"a\");\nSystem.Console.WriteLine(\"b\");\n";

    public static Dictionary<string, string> Files() => new()
    {
        ["01-small/lesson.yaml"] = """
            title: Small
            summary: Very small.
            steps: [first]
            experiments: [break-1-it]
            exercises: [01-write]
            quiz: [words]
            mastery:
              - id: all
                title: Do all of it
                passes:
                  - exercise: 01-write
                  - prediction: lines
                  - quiz: words
                    share: 0.5
                  - explain: why
            """,
        ["01-small/steps/01-first.md"] = """
            ---
            id: first
            title: The first step
            question: Why?
            answer: Because.
            ---

            Some text.

            ```csharp file=code/two.cs region=shown
            ```

            More text, and a fragment:

            ```csharp
            int i = 0;
            ```

            ```predict lines
            ```

            ```run code/two.cs
            ```

            ```output code/two.cs
            ```

            The end.

            """,
        ["01-small/code/two.cs"] = "#region shown\nSystem.Console.WriteLine(\"a\");\n#endregion\nSystem.Console.WriteLine(\"b\");\n",
        ["01-small/predictions/lines.yaml"] = """
            title: Two lines
            program: code/two.cs
            question: In which order?
            lines: all
            total: true
            reason: One after the other.
            """,
        ["01-small/experiments/break-1-it/experiment.yaml"] = """
            title: Break it
            question: What happens?
            explanation: That.
            finding: none
            dialects: [tasks]
            """,
        ["01-small/experiments/break-1-it/tasks.cs"] = Program,
        ["01-small/exercises/01-write/exercise.yaml"] = """
            title: Write
            goal: Write two lines.
            concept: line
            check:
              - prints: [a, b]
                message: Two lines are wanted.
            hints: [Which lines?, See WriteLine., Two of them.]
            after: Well done.
            mutants:
              nothing.cs: Writes nothing.
            """,
        ["01-small/exercises/01-write/starter.cs"] = "System.Console.WriteLine(\"a\");\n",
        ["01-small/exercises/01-write/solution.cs"] = Program,
        ["01-small/exercises/01-write/alternative.cs"] = "System.Console.WriteLine(\"a\\nb\");\n",
        ["01-small/exercises/01-write/mutants/nothing.cs"] = "System.Console.Write(\"\");\n",
        ["01-small/quiz/words.yaml"] = """
            title: Words
            questions:
              - id: which
                text: Which one?
                options:
                  - text: This.
                    right: true
                    reason: It is.
                  - text: That.
                    reason: It is not.
              - id: order
                text: In which order?
                code: code/two.cs
                ask: order
                options:
                  - lines: [a, b]
                    reason: Yes.
                  - lines: [b, a]
                    reason: No.
              - id: total
                text: How long?
                code: code/two.cs
                ask: total
                options:
                  - seconds: 0
                    reason: Yes.
                  - seconds: 1
                    reason: No.
            """,
        ["01-small/cards.yaml"] = """
            - id: card-one
              front: Front?
              back: Back.
              tags: [never-awaited]
            - id: card-two
              front: Front?
              back: Back.
              tags: []
            """,
        ["01-small/explain.yaml"] = """
            - id: why
              question: Why?
              answer: Because.
              cards: [card-one]
            """,
        ["01-small/glossary.yaml"] = """
            - term: line
              meaning: Some text.
              see: []
            """,
        ["01-small/words.yaml"] = """
            - asyncio: a
              loop: b
              dotnet: c
            """,
    };

    public static CourseContent Load(Dictionary<string, string> files) => CourseContent.Load(new CourseInMemory(files));

    public static CourseLesson Lesson { get; } = Load(Files()).Lessons[0];
}
