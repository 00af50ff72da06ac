// expect: none
// makespan: 1
// stdout: b 2
// stdout: c 3

var words = new[] { "a", "b", "c" };
int[] positions = await Task.WhenAll(from word in words select Position(word));
var pairs = from pair in words.Zip(positions)
            where pair.Second > 1
            orderby pair.Second
            select $"{pair.First} {pair.Second}";
foreach (string pair in pairs)
{
    Console.WriteLine(pair);
}

async Task<int> Position(string word)
{
    await Task.Delay(1000);
    return word[0] - 'a' + 1;
}
