using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

public sealed class TransferTests
{
    [Fact]
    public void Report_WithEveryFieldSet_ComesThroughWhole()
    {
        Report report = Filled<Report>();

        Assert.Equal(Shown(report), Shown(ReportTransfer.Read(ReportTransfer.Write(report))));
    }

    [Fact]
    public void Report_WithNothingInIt_ComesThroughAsItIs()
    {
        var report = new Report { Program = "", Dialect = Lab.Dialect.Tasks, Outcome = Outcome.NotRun };

        Assert.Equal(Shown(report), Shown(ReportTransfer.Read(ReportTransfer.Write(report))));
    }

    [Fact]
    public void Request_WithEveryFieldSet_ComesThroughWhole()
    {
        RunRequest request = Filled<RunRequest>();

        Assert.Equal(Shown(request), Shown(RequestTransfer.Read(RequestTransfer.Write(request))));
    }

    private static string Shown<T>(T value) => JsonSerializer.Serialize(value);

    private static T Filled<T>()
    {
        int count = 0;
        return (T)Value(typeof(T));

        // Every value differs from the others, and from what a field has by itself: so one that is left out, or read as another, shows.
        object Value(Type type)
        {
            count++;
            if (Nullable.GetUnderlyingType(type) is { } underlying)
            {
                return Value(underlying);
            }

            if (type.IsEnum)
            {
                return Enum.GetValues(type).GetValue(1)!;
            }

            if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                Type itemType = type.GenericTypeArguments[0];
                Array items = Array.CreateInstance(itemType, 2);
                items.SetValue(Value(itemType), 0);
                items.SetValue(Value(itemType), 1);
                return items;
            }

            return type == typeof(string) ? $"text {count}"
                : type == typeof(bool) ? true
                : type == typeof(int) ? count
                : type == typeof(long) ? (long)count << 32
                : type == typeof(double) ? count / 7d
                : type == typeof(TimeSpan) ? TimeSpan.FromTicks(((long)count << 32) + 1)
                : Record(type);
        }

        object Record(Type type)
        {
            ParameterInfo[] parameters = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters();
            object record = Activator.CreateInstance(type, [.. parameters.Select(parameter => Value(parameter.ParameterType))])!;
            foreach (PropertyInfo property in type.GetProperties().Where(property => property.CanWrite && parameters.Length == 0 && IsData(property)))
            {
                property.SetValue(record, property.GetValue(record) is bool usual ? !usual : Value(property.PropertyType));
            }

            return record;
        }
    }

    private static bool IsData(PropertyInfo property) => property.GetCustomAttribute<JsonIgnoreAttribute>() is null;
}
