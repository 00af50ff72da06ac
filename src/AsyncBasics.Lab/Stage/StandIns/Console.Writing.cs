using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AsyncBasics.Lab.StandIns;

/// <content>Writing.</content>
public static partial class Console
{
    public static void Write(string? value) => Out.Write(value);

    public static void Write(object? value) => Out.Write(Text(value));

    public static void Write(char[]? buffer) => Out.Write(buffer);

    public static void Write(char[] buffer, int index, int count) => Out.Write(buffer, index, count);

    public static void Write(ReadOnlySpan<char> value) => Out.Write(value);

    public static void Write(bool value) => Out.Write(value ? bool.TrueString : bool.FalseString);

    public static void Write(char value) => Out.Write(value.ToString());

    public static void Write(decimal value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(double value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(float value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(int value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(uint value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(long value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write(ulong value) => Out.Write(value.ToString(CultureInfo.CurrentCulture));

    public static void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0) =>
        Out.Write(string.Format(CultureInfo.CurrentCulture, format, arg0));

    public static void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1) =>
        Out.Write(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1));

    public static void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1, object? arg2) =>
        Out.Write(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1, arg2));

    public static void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object?[]? arg) =>
        Out.Write(arg is null ? format : string.Format(CultureInfo.CurrentCulture, format, arg));

    public static void Write([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params ReadOnlySpan<object?> arg) =>
        Out.Write(string.Format(CultureInfo.CurrentCulture, format, arg));

    public static void WriteLine() => Out.WriteLine();

    public static void WriteLine(string? value) => Out.WriteLine(value);

    public static void WriteLine(object? value) => Out.WriteLine(Text(value));

    public static void WriteLine(char[]? buffer) => Out.WriteLine(new string(buffer));

    public static void WriteLine(char[] buffer, int index, int count) => Out.WriteLine(new string(buffer, index, count));

    public static void WriteLine(ReadOnlySpan<char> value) => Out.WriteLine(value);

    public static void WriteLine(bool value) => Out.WriteLine(value ? bool.TrueString : bool.FalseString);

    public static void WriteLine(char value) => Out.WriteLine(value.ToString());

    public static void WriteLine(decimal value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(double value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(float value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(int value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(uint value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(long value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine(ulong value) => Out.WriteLine(value.ToString(CultureInfo.CurrentCulture));

    public static void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0) =>
        Out.WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0));

    public static void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1) =>
        Out.WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1));

    public static void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, object? arg0, object? arg1, object? arg2) =>
        Out.WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1, arg2));

    public static void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params object?[]? arg) =>
        Out.WriteLine(arg is null ? format : string.Format(CultureInfo.CurrentCulture, format, arg));

    public static void WriteLine([StringSyntax(StringSyntaxAttribute.CompositeFormat)] string format, params ReadOnlySpan<object?> arg) =>
        Out.WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg));

    private static string? Text(object? value) =>
        value is IFormattable formattable ? formattable.ToString(null, CultureInfo.CurrentCulture) : value?.ToString();
}
