// expect: none
// makespan: 2
// stdout: circle 3.14
// stdout: square 4

Shape[] shapes = [new Circle(1), new Square(2)];
string[] lines = await Task.WhenAll(shapes.Select(Describe));
foreach (string line in lines)
{
    Console.WriteLine(line);
}

async Task<string> Describe(Shape shape)
{
    await Task.Delay(shape is Square { Side: > 1 } ? 2000 : 1000);
    return shape switch
    {
        Circle(var radius) => FormattableString.Invariant($"circle {Math.PI * radius * radius:0.00}"),
        Square square => $"square {square.Side * square.Side}",
        _ => throw new InvalidOperationException(),
    };
}

abstract record Shape;

sealed record Circle(double Radius) : Shape;

sealed record Square(int Side) : Shape;
