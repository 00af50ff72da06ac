using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Makes random programs; the same seed and features always make the same ones.</summary>
internal sealed class ProgramGenerator(ulong seed, IReadOnlyList<Feature> features)
{
    private const int MaximumWritten = 200;
    private const int MaximumRun = 500;
    private const int MaximumTasks = 20;

    /// <summary>The index-th program.</summary>
    internal AsyncProgram Generate(int index)
    {
        for (int attempt = 0; ; attempt++)
        {
            ProgramWriter writer = new(new Draft(RandomSource.For(seed, index, attempt), features));
            AsyncProgram program = writer.Write();
            var size = ProgramSize.Of(program);
            if (size.Written <= MaximumWritten && size.Run <= MaximumRun && size.Tasks <= MaximumTasks)
                return program;
        }
    }

    internal IEnumerable<AsyncProgram> Programs() => Enumerable.Range(0, int.MaxValue).Select(Generate);
}
