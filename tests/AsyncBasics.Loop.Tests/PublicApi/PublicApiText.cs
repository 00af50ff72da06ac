using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace AsyncBasics.Tests.PublicApi;

/// <summary>Writes what an assembly offers to others as text: a line for each type and each member, in a fixed order.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext s_nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (Type type in assembly.GetExportedTypes().OrderBy(Name, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Heading(Type type)
    {
        string kind = type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        string modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsAbstract: true, IsInterface: false } => "abstract ",
            { IsSealed: true, IsValueType: false } => "sealed ",
            _ => string.Empty,
        };
        IEnumerable<string> bases = type.IsEnum
            ? [Name(Enum.GetUnderlyingType(type))]
            : new[] { type.BaseType }
                .Where(@base => @base is not null && @base != typeof(object) && @base != typeof(ValueType))
                .Concat(type.GetInterfaces().Where(contract => contract.IsPublic))
                .Select(@base => Name(@base!));
        string inherits = string.Join(", ", bases);
        return $"{modifier}{kind} {Name(type)}{(inherits.Length > 0 ? $" : {inherits}" : string.Empty)}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}");
        }

        return type.GetConstructors(Declared).Where(IsOffered).Select(constructor => $"{Access(constructor)}new({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Describe))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsOffered)).Select(Describe))
            .Concat(type.GetMethods(Declared).Where(method => IsOffered(method) && !IsAccessor(method)).Select(Describe));
    }

    private static string Describe(FieldInfo field)
    {
        string value = field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}" : $"{Name(field.FieldType)} {field.Name}";
        return (field.IsStatic && !field.IsLiteral ? "static " : string.Empty) + value;
    }

    private static string Describe(PropertyInfo property)
    {
        MethodInfo any = property.GetAccessors(true).First(IsOffered);
        string get = property.GetMethod is { } getter && IsOffered(getter) ? " get;" : string.Empty;
        string set = property.SetMethod is { } setter && IsOffered(setter)
            ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : string.Empty;
        return $"{Modifiers(any)}{Name(property.PropertyType)}{Mark(s_nullability.Create(property).ReadState)} {property.Name} {{{get}{set} }}";
    }

    private static string Describe(MethodInfo method)
    {
        string generics = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;
        string result = Name(method.ReturnType) + Mark(s_nullability.Create(method.ReturnParameter).ReadState);
        return $"{Modifiers(method)}{result} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Modifiers(MethodInfo method)
    {
        string kind = method.IsStatic ? "static "
            : method.GetBaseDefinition() != method ? "override "
            : method is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false } ? method.IsAbstract ? "abstract " : "virtual "
            : string.Empty;
        return Access(method) + kind;
    }

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : string.Empty;
        string several = parameter.IsDefined(typeof(ParamCollectionAttribute)) || parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty;
        string value = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : string.Empty;
        return $"{direction}{several}{Name(parameter.ParameterType)}{Mark(s_nullability.Create(parameter).ReadState)} {parameter.Name}{value}";
    }));

    private static string Mark(NullabilityState state) => state == NullabilityState.Nullable ? "?" : string.Empty;

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying);
        }

        string name = type is { IsNested: true, IsGenericParameter: false } ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
