// expect: cpu-hog 14

await SortAsync();

static async Task SortAsync()
{
    await Task.Delay(10);
    int[] numbers = new int[1500];
    for (int i = 0; i < numbers.Length; i++)
    {
        numbers[i] = numbers.Length - i;
    }

    for (int round = 0; round < numbers.Length; round++)
    {
        for (int i = 0; i < numbers.Length - 1; i++)
        {
            if (numbers[i] > numbers[i + 1])
            {
                (numbers[i], numbers[i + 1]) = (numbers[i + 1], numbers[i]);
            }
        }
    }

    Console.WriteLine(numbers[0]);
}
