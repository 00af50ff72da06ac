// expect: none
// makespan: 3
// needed: 3

Task<string> login = LoginTokenAsync("ada");
string token = await login;
Task<int> mails = CountMailsAsync(token);
Console.WriteLine(await mails);

static async Task<string> LoginTokenAsync(string user)
{
    await Task.Delay(1000);
    return user + "-token";
}

static async Task<int> CountMailsAsync(string token)
{
    await Task.Delay(2000);
    return token.Length;
}
