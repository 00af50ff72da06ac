using System.Globalization;
using AsyncBasics.Corpus;
using AsyncBasics.Lab;

// Looks at every program of the corpus and says how often each kind of finding was right. An argument picks programs by a part of their name.
CorpusProgram[] programs = [.. CorpusProgram.All().Where(program => args.Length == 0 || args.Any(program.Name.Contains))];
List<Verdict> verdicts = [];
foreach (CorpusProgram program in programs)
{
    Verdict verdict = Judge(program);
    verdicts.Add(verdict);
    foreach (string complaint in verdict.Complaints)
    {
        Console.WriteLine($"{program.Name}: {complaint}");
    }
}

foreach (FindingKind kind in FindingKind.All)
{
    int hits = verdicts.Sum(verdict => verdict.Hits.Count(slug => slug == kind.Slug));
    int tooMuch = verdicts.Sum(verdict => verdict.TooMuch.Count(slug => slug == kind.Slug));
    int missing = verdicts.Sum(verdict => verdict.Missing.Count(slug => slug == kind.Slug));
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{kind.Id} {kind.Slug,-26} precision {Share(hits, hits + tooMuch),4}  recall {Share(hits, hits + missing),4}  ({hits} right, {tooMuch} too much, {missing} missing)"));
}

int wrong = verdicts.Count(verdict => verdict.Complaints.Count > 0);
Console.WriteLine($"{programs.Length} programs, {wrong} wrong");
return wrong == 0 ? 0 : 1;

static Verdict Judge(CorpusProgram program)
{
    try
    {
        return Verdict.Of(program);
    }
    catch (Exception e) when (e is InvalidOperationException or FormatException or NotSupportedException)
    {
        return new Verdict { Complaints = [e.Message], Hits = [], TooMuch = [], Missing = [] };
    }
}

static string Share(int part, int whole) => whole == 0 ? "-" : (part / (double)whole).ToString("0.00", CultureInfo.InvariantCulture);
