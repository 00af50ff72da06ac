bool done = false;
Task worker = Work();
int asked = 0;
while (!done && asked < 100_000)
{
    asked++;
    await Task.Yield();
}

await worker;

async Task Work()
{
    await Task.Delay(1000);
    done = true;
}
