// expect: sequential-independent 5

var users = new UserClient();
User user = await users.GetUserAsync(7);
Avatar avatar = await users.GetAvatarAsync(user.Id);
int[] friends = await users.GetFriendsAsync(user.Id);
Console.WriteLine($"{user.Name} {avatar.Size} {friends.Length}");

record User(int Id, string Name);

record Avatar(int Size);

class UserClient
{
    public async Task<User> GetUserAsync(int id)
    {
        await Task.Delay(300);
        return new User(id, "ada");
    }

    public async Task<Avatar> GetAvatarAsync(int id)
    {
        await Task.Delay(700);
        return new Avatar(64 + id);
    }

    public async Task<int[]> GetFriendsAsync(int id)
    {
        await Task.Delay(900);
        return [id + 1, id + 2];
    }
}
