// expect: none

long sum = 0;
for (int part = 0; part < 300; part++)
{
    sum += Sum(part);
    await Task.Delay(1);
}

Console.WriteLine(sum);

static long Sum(int part)
{
    long sum = 0;
    for (int i = 0; i < part * 50; i++)
    {
        sum += i;
    }

    return sum;
}
