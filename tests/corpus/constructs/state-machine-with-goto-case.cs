// expect: none
// makespan: 2
// stdout: done

int state = 0;
while (state != 3)
{
    switch (state)
    {
        case 0:
            await Task.Delay(1000);
            goto case 1;
        case 1:
            state = 2;
            break;
        case 2:
            await Task.Delay(1000);
            state = 3;
            break;
    }
}

Console.WriteLine("done");
