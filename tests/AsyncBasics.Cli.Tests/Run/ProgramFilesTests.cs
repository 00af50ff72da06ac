using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

public sealed class ProgramFilesTests
{
    [Fact]
    public void Find_Files_KeepsTheirOrderAndTakesEachOnce()
    {
        using var folder = TemporaryFolder.With(("B.cs", ""), ("A.cs", ""));
        string a = folder.PathOf("A.cs"), b = folder.PathOf("B.cs");

        Assert.Equal([b, a], ProgramFiles.Find([b, a, Path.Combine(folder.Path, ".", "B.cs")]));
    }

    [Fact]
    public void Find_Folder_TakesItsSourceFilesButNotWhatBuildsMade()
    {
        using var folder = TemporaryFolder.With(
            ("a/Deep.cs", ""), ("Another.cs", ""), ("Program.cs", ""), ("notes.txt", ""), ("obj/Made.cs", ""), ("bin/Made.cs", ""), (".git/Odd.cs", ""));

        IEnumerable<string> names = ProgramFiles.Find([folder.Path]).Select(path => Path.GetRelativePath(folder.Path, path));

        Assert.Equal(["Program.cs", "Another.cs", "a/Deep.cs"], names);
    }

    [Fact]
    public void Find_FolderWithoutProgramFile_PutsTheEntryPointFirst()
    {
        using var folder = TemporaryFolder.With(
            ("A.cs", "class A;"), ("Start.cs", "class Start { static async Task Main (string[] args) { } }"));

        Assert.Equal("Start.cs", Path.GetFileName(ProgramFiles.Find([folder.Path])[0]));
    }

    [Fact]
    public void Find_ProjectFile_TakesItsFolder()
    {
        using var folder = TemporaryFolder.With(("My.csproj", "<Project/>"), ("Program.cs", ""));

        Assert.Equal([folder.PathOf("Program.cs")], ProgramFiles.Find([folder.PathOf("My.csproj")]));
    }

    [Theory]
    [InlineData("utf-8", "// ä")]
    [InlineData("iso-8859-1", "// äöü é")]
    [InlineData("utf-16", "// ä \u20AC")]
    [InlineData("utf-16BE", "// ä")]
    [InlineData("utf-32", "// ä")]
    public void Read_AnyEncodingThatCanBeTold_GivesTheText(string encoding, string text)
    {
        using var folder = TemporaryFolder.With(("A.cs", ""));
        var writer = System.Text.Encoding.GetEncoding(encoding);
        File.WriteAllBytes(folder.PathOf("A.cs"), [.. writer.GetPreamble(), .. writer.GetBytes(text)]);

        Assert.Equal(text, ProgramFiles.Read([folder.PathOf("A.cs")])[0].Text);
    }

    [Theory]
    [InlineData("class A\0;", "is no source file: it holds binary data.")]
    [InlineData(" \n", "is empty.")]
    public void Read_WhatIsNoSource_IsAUsageError(string text, string sentence)
    {
        using var folder = TemporaryFolder.With(("A.cs", text));

        UsageException wrong = Assert.Throws<UsageException>(() => ProgramFiles.Read([folder.PathOf("A.cs")]));

        Assert.EndsWith(sentence, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PipeThatNobodyWritesTo_IsAUsageErrorAndNoWait()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes with a name are made as Linux does it.");
        using var folder = TemporaryFolder.With();
        string pipe = folder.PathOf("A.cs"), link = folder.PathOf("B.cs");
        using (var maker = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            maker.WaitForExit();
        }

        File.CreateSymbolicLink(link, "A.cs");

        foreach (string path in (string[])[pipe, link])
        {
            UsageException wrong = Assert.Throws<UsageException>(() => ProgramFiles.Read(ProgramFiles.Find([path])));
            Assert.EndsWith("is a pipe and no file: for a program that comes through a pipe, write - in its place.", wrong.Message, StringComparison.Ordinal);
        }

        Assert.Throws<UsageException>(() => ProgramFiles.Read(ProgramFiles.Find([folder.Path])));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void Read_DeviceUnderTheNameOfASource_IsAUsageErrorAndNoWait(string device)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are those of Linux.");
        using var folder = TemporaryFolder.With();
        File.CreateSymbolicLink(folder.PathOf("A.cs"), device);

        UsageException wrong = Assert.Throws<UsageException>(() => ProgramFiles.Read(ProgramFiles.Find([folder.PathOf("A.cs")])));

        Assert.EndsWith("is empty.", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadInput_Folder_IsAUsageErrorThatSaysSo()
    {
        using var folder = TemporaryFolder.With();

        UsageException wrong = Assert.Throws<UsageException>(() => ProgramFiles.ReadInput(folder.Path, []));

        Assert.EndsWith("is a folder, and a file is needed.", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Progam.cs", "{0}: there is no such file. Did you mean {1}?")]
    [InlineData("notes.txt", "{0} is no C# program: its name does not end in .cs.")]
    [InlineData("empty", "{0}: there is no .cs file in it.")]
    [InlineData("nowhere/x.cs", "{0}: there is no such file.")]
    public void Find_WhatIsNoProgram_IsAUsageErrorInOneSentence(string name, string sentence)
    {
        using var folder = TemporaryFolder.With(("Program.cs", ""), ("notes.txt", ""));
        Directory.CreateDirectory(folder.PathOf("empty"));

        UsageException wrong = Assert.Throws<UsageException>(() => ProgramFiles.Find([folder.PathOf(name)]));

        // Long paths are shown in short.
        string Shown(string file) => Quoting.Shown(folder.PathOf(file));
        Assert.Equal(sentence.Replace("{0}", Shown(name), StringComparison.Ordinal).Replace("{1}", Shown("Program.cs"), StringComparison.Ordinal), wrong.Message);
    }

    [Fact]
    public void Read_Files_GivesTheirNamesAsTheyWereTyped()
    {
        using var folder = TemporaryFolder.With(("Program.cs", "text"));
        string path = folder.PathOf("Program.cs");

        Assert.Equal(new SourceFile(path, "text"), Assert.Single(ProgramFiles.Read([path])));
    }

    [Theory]
    [InlineData("nowhere.cs")]
    [InlineData("Link.cs")]
    public void Run_LinkThatLeadsToNoFile_SaysThatItCannotBeRead(string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there that not everybody has.");
        using var folder = TemporaryFolder.With(("Program.cs", "Console.WriteLine(1);"));
        File.CreateSymbolicLink(folder.PathOf("Link.cs"), target);

        CommandResult result = Command.Run("run", folder.Path);

        Assert.Contains("Link.cs", Assert.Single(result.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("output", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }
}
