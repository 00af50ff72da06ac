using System.Reflection;
using System.Text;

namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Runs a program as it stands, on the threads and the clock of the system.</summary>
internal static class NativeRun
{
    private static readonly AsyncLocal<StringBuilder?> s_output = new();
    private static readonly Dispatcher s_dispatcher = new(System.Console.Out);

    /// <summary>Compiles it.</summary>
    public static Assembly Compile(string source)
    {
        using var bytes = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = ProgramCompiler.Compile([new SourceFile("Program.cs", source)])
            .Emit(bytes, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Assembly.Load(bytes.ToArray());
    }

    /// <summary>Runs it; what it wrote.</summary>
    public static async Task<string[]> Of(Assembly program)
    {
        System.Console.SetOut(s_dispatcher);
        var output = new StringBuilder();
        s_output.Value = output;
        MethodInfo main = program.EntryPoint!.DeclaringType!
            .GetMethod("<Main>$", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;
        await Task.Run(() => (Task)main.Invoke(null, [Array.Empty<string>()])!);
        lock (output)
        {
            return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>Many run at once: each writes to where its context says.</summary>
    private sealed class Dispatcher(TextWriter outer) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void WriteLine(string? value) => Write($"{value}\n");

        public override void WriteLine(int value) => Write($"{value}\n");

        public override void Write(string? value)
        {
            if (s_output.Value is { } output)
            {
                lock (output)
                {
                    output.Append(value);
                }
            }
            else
            {
                outer.Write(value);
            }
        }
    }
}
