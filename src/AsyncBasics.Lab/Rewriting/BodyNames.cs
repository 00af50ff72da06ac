using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <summary>What bodies are called, and what tells one call of them from another.</summary>
internal static class BodyNames
{
    /// <summary>What a lambda is called that is kept nowhere.</summary>
    public const string Lambda = "lambda";

    /// <summary>A lambda is called what it is kept in.</summary>
    public static string Of(AnonymousFunctionExpressionSyntax lambda) => lambda.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax assignment when ProbeWalker.LastName(assignment.Left) is { Length: > 0 } name => name,
        _ => Lambda,
    };

    public static string Of(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => method.ContainingType.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet => method.AssociatedSymbol?.Name ?? method.Name,
        _ => method.Name,
    };

    public static ITypeSymbol? ElementOf(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments: [var element] } ? element : null;

    /// <summary>The argument that tells one call of a method from another: the first text, or else the first number.</summary>
    public static string TellingArgument(IMethodSymbol? method)
    {
        IParameterSymbol? text = method?.Parameters.FirstOrDefault(parameter => parameter.Type.SpecialType == SpecialType.System_String);
        IParameterSymbol? value = text ?? method?.Parameters.FirstOrDefault(parameter => IsNumber(parameter.Type));
        return value is { RefKind: RefKind.None, Name.Length: > 0, IsDiscard: false } && method!.MethodKind != MethodKind.Constructor
            ? $"@{value.Name}"
            : "null";
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64
        or SpecialType.System_Char or SpecialType.System_Double or SpecialType.System_Decimal || type.TypeKind == TypeKind.Enum;
}
