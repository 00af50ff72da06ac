using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds out through which variable an expression reaches what it speaks of: of <c>shop.Orders[3].Lines</c> that is <c>shop</c>.</summary>
internal static class RootFinder
{
    /// <summary>The root, and the last member in the source on the way from it.</summary>
    /// <returns><see langword="null"/> for what is new or a value, and so is nobody else's.</returns>
    public static (Root Root, ISymbol? Member)? Find(IOperation? expression, SourceProgram program, int depth = 0)
    {
        switch (expression)
        {
            case IConversionOperation conversion:
                return Find(conversion.Operand, program, depth);
            case IParenthesizedOperation parenthesized:
                return Find(parenthesized.Operand, program, depth);
            case IInstanceReferenceOperation self:
                return self.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance ? (new Root(self.Type), null) : null;
            case IParameterReferenceOperation parameter:
                return (new Root(parameter.Parameter), null);
            case ILocalReferenceOperation local:
                return Alias(local.Local, program, depth) ?? (new Root(local.Local), null);
            case IFieldReferenceOperation field:
                return Through(field, field.Field, program, depth);
            case IPropertyReferenceOperation property:
                return Through(property, property.Property, program, depth);
            case IArrayElementReferenceOperation element:
                return Find(element.ArrayReference, program, depth);
            case IConditionalAccessInstanceOperation instance:
                return Find(Calls.Receiver(instance), program, depth);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, program, depth);
            case ICoalesceOperation coalesce:
                return Find(coalesce.Value, program, depth);
            case IInvocationOperation { Instance: { } instance, TargetMethod: { } method } when program.Find(method) is null:
                return KnownTypes.IsImmutable(method.ReturnType) ? null : Find(instance, program, depth);
            default:
                return null;
        }
    }

    /// <summary>A local that is only another name for something: what it was set to when it was declared.</summary>
    private static (Root Root, ISymbol? Member)? Alias(ILocalSymbol local, SourceProgram program, int depth)
    {
        if (depth > 8 || KnownTypes.IsImmutable(local.Type) || program.InitializerOf(local) is not { } value)
        {
            return null;
        }

        return Find(value, program, depth + 1);
    }

    private static (Root Root, ISymbol? Member)? Through(IMemberReferenceOperation reference, ISymbol member, SourceProgram program, int depth)
    {
        bool isInSource = member.DeclaringSyntaxReferences.Length > 0;
        if (reference.Instance is null)
        {
            return (new Root(member.ContainingType), isInSource ? member : member.OriginalDefinition);
        }

        return Find(reference.Instance, program, depth) is { } instance ? (instance.Root, isInSource ? member : instance.Member) : null;
    }
}
