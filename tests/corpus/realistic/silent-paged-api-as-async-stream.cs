// expect: none

using System.Runtime.CompilerServices;

var api = new IssueApi();
int open = 0;
await foreach (Issue issue in api.ListAsync())
{
    if (issue.IsOpen)
    {
        open++;
    }
}

Console.WriteLine($"{open} open");

record Issue(int Number, bool IsOpen);

record Page(Issue[] Items, int? Next);

class IssueApi
{
    public async IAsyncEnumerable<Issue> ListAsync([EnumeratorCancellation] CancellationToken token = default)
    {
        int? page = 1;
        while (page is { } number)
        {
            Page answer = await GetPageAsync(number, token);
            foreach (Issue issue in answer.Items)
            {
                yield return issue;
            }

            page = answer.Next;
        }
    }

    private static async Task<Page> GetPageAsync(int number, CancellationToken token)
    {
        await Task.Delay(150, token);
        Issue[] items = [.. Enumerable.Range(number * 10, 4).Select(n => new Issue(n, n % 3 != 0))];
        return new Page(items, number < 3 ? number + 1 : null);
    }
}
