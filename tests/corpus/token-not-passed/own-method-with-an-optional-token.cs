// expect: token-not-passed 11
// makespan: 3

var library = new Library();
Console.WriteLine(await library.BorrowAsync("Dune", CancellationToken.None));

class Library
{
    public async Task<string> BorrowAsync(string title, CancellationToken cancellationToken)
    {
        string shelf = await FindAsync(title);
        await Task.Delay(1000, cancellationToken);
        return $"{title} from {shelf}";
    }

    private static async Task<string> FindAsync(string title, CancellationToken cancellationToken = default)
    {
        await Task.Delay(2000, cancellationToken);
        return $"shelf {title[0]}";
    }
}
