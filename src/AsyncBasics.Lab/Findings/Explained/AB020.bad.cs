bool done = false;
Task worker = Work();
while (!done)
{
    await Task.Delay(10);
}

await worker;

async Task Work()
{
    await Task.Delay(1000);
    done = true;
}
