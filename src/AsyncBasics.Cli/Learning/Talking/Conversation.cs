namespace AsyncBasics.Cli;

/// <summary>
/// Says things to a learner and asks for answers, a line each. The answers may come from a pipe: they are then repeated behind the question, so that
/// what was said can be read afterwards.
/// </summary>
internal sealed class Conversation(Terminal terminal)
{
    private const int WidestText = 100;
    private const string Leave = "q";

    public Terminal Terminal => terminal;

    /// <summary>The columns for text: lines that are too long cannot be read.</summary>
    public int Width => Math.Clamp(terminal.Size().Columns, 20, WidestText);

    /// <summary>Draws for this terminal.</summary>
    public MarkdownText Markdown => new(Width, terminal.Unicode, terminal.Colour);

    public void Say(string line = "") => Say(new Inked(line));

    public void Say(Ink ink, string line) => Say(new Inked(line, ink));

    /// <summary>A line, or a few where it does not fit: what follows is indented like the first.</summary>
    public void Say(params IEnumerable<Inked> pieces)
    {
        Inked[] shown = [.. pieces.Select(piece => piece with { Text = Glyphs.Shown(piece.Text, terminal.Unicode) })];
        string text = string.Concat(shown.Select(piece => piece.Text));
        if (AnsiCodes.Columns(text) <= Width)
        {
            terminal.Out.WriteLine(Inked.ToText(shown, terminal.Colour));
            return;
        }

        string indent = new(' ', text.Length - text.TrimStart().Length);
        foreach (IReadOnlyList<Inked> line in LineWrap.Wrap(shown, Width - indent.Length))
        {
            terminal.Out.WriteLine(indent + Inked.ToText(line, terminal.Colour));
        }
    }

    /// <summary>A paragraph or more in Markdown, with an empty line behind it.</summary>
    public void SayMarkdown(string markdown) => SayLines([.. Markdown.Render(markdown), string.Empty]);

    public void SayCode(string code) => SayLines([.. Markdown.RenderCode(code), string.Empty]);

    /// <summary>Output of a program, indented.</summary>
    public void SayOutput(string output) => SayLines([.. Markdown.RenderCode(output.TrimEnd().ReplaceLineEndings("\n"), isCSharp: false), string.Empty]);

    public void SayLines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            terminal.Out.WriteLine(line);
        }
    }

    /// <summary>A long text in Markdown: in a pager, where there is a terminal and the text does not fit on it.</summary>
    public void SayLong(string markdown) => SayLong([.. Markdown.Render(markdown), string.Empty]);

    /// <summary>Lines that were drawn already, in the same way.</summary>
    public void SayLong(IReadOnlyList<string> lines)
    {
        bool fits = lines.Count < terminal.Size().Lines;
        if (fits || !terminal.IsInteractive || !terminal.IsInputInteractive || !Pager.TryShow(lines))
        {
            SayLines(lines);
        }
    }

    /// <summary>That something is right or wrong, by a sign and not by colour alone.</summary>
    public void Judge(bool isRight, string sentence) =>
        Say(new Inked(isRight ? "✓ " : "✗ ", isRight ? Ink.Good : Ink.Bad), new Inked(sentence, Ink.Strong));

    public void Heading(string text)
    {
        Say(Ink.Heading, text);
        Say(Ink.Quiet, new string('═', AnsiCodes.Columns(text)));
    }

    /// <summary>Asks, and waits for a line.</summary>
    /// <exception cref="InputEndedException">There is none, or it is a <c>q</c>.</exception>
    public string Ask(string prompt)
    {
        IReadOnlyList<IReadOnlyList<Inked>> lines = LineWrap.Wrap([new Inked(Glyphs.Shown(prompt, terminal.Unicode), Ink.Strong)], Width - 1);
        SayLines(lines.SkipLast(1).Select(line => Inked.ToText(line, terminal.Colour)));
        terminal.Out.Write($"{Inked.ToText(lines[^1], terminal.Colour)} ");
        terminal.Out.Flush();
        string? answer = terminal.In.ReadLine();
        if (!terminal.IsInputInteractive)
        {
            terminal.Out.WriteLine(answer is null ? string.Empty : Quoting.Shown(answer));
        }
        else if (answer is null)
        {
            terminal.Out.WriteLine();
        }

        return answer is null || answer.Trim() == Leave ? throw new InputEndedException() : answer.Trim();
    }

    /// <summary>Asks until the answer makes sense; from a pipe it has to make sense at once.</summary>
    /// <param name="prompt">The question.</param>
    /// <param name="read">Makes a value of the answer, or a sentence that says what is wrong with it.</param>
    /// <exception cref="UsageException">An answer from a pipe makes no sense.</exception>
    public T Ask<T>(string prompt, Func<string, (T? Value, string? Wrong)> read)
    {
        while (true)
        {
            (T? value, string? wrong) = read(Ask(prompt));
            if (wrong is null)
            {
                return value!;
            }

            if (!terminal.IsInputInteractive)
            {
                throw new UsageException(wrong);
            }

            Say(wrong);
        }
    }

    /// <summary>A question that a plain Enter answers with no.</summary>
    public bool Confirm(string question) => Ask(
        $"{question} [y/N]",
        answer => answer.ToLowerInvariant() switch
        {
            "y" or "yes" => (true, null),
            "" or "n" or "no" => (false, null),
            _ => (false, $"'{Quoting.Shown(answer)}' is neither y nor n."),
        });

    /// <summary>Waits for Enter.</summary>
    public void Pause(string prompt) => Ask($"[{prompt}]");
}
