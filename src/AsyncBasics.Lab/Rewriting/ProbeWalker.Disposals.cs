using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <content>What is awaited at the end of an <c>await using</c>.</content>
internal sealed partial class ProbeWalker
{
    /// <summary>
    /// <c>await using var file = Open();</c> becomes <c>var file = Open(); await using var end = Disposal(file);</c>. Of several variables each
    /// gets a statement of its own.
    /// </summary>
    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (IsProbed(node.AwaitKeyword) && IsDisposedAsync(node.Declaration.Variables[0]))
        {
            _edits.Replace(TextSpan.FromBounds(node.AwaitKeyword.SpanStart, node.UsingKeyword.Span.End), string.Empty);
            SplitUp(node.AwaitKeyword, node.Declaration);
            string end = Disposal(node.AwaitKeyword, node.Declaration.Variables[^1].Identifier.Text, out int site);
            _edits.After(node.Span.End, $" await using var __end{site} = {end};");
        }
        else if (IsProbed(node.AwaitKeyword) && node.Declaration is { Type.IsVar: true, Variables: [{ Initializer.Value: { } configured }] })
        {
            ProbeConfigured(node.AwaitKeyword, configured);
        }

        base.VisitLocalDeclarationStatement(node);
    }

    /// <summary><c>await using (var file = Open()) …</c> becomes <c>{ var file = Open(); await using (Disposal(file)) … }</c>.</summary>
    public override void VisitUsingStatement(UsingStatementSyntax node)
    {
        if (IsProbed(node.AwaitKeyword) && node.Declaration is { Variables: [.., { } last] } declaration && IsDisposedAsync(last))
        {
            _edits.Replace(TextSpan.FromBounds(node.AwaitKeyword.SpanStart, node.OpenParenToken.Span.End), "{ ");
            SplitUp(node.AwaitKeyword, declaration);
            _edits.Replace(node.CloseParenToken.Span, $"; await using ({Disposal(node.AwaitKeyword, last.Identifier.Text, out _)})");
            _edits.After(node.Span.End, " }");
        }
        else if (IsProbed(node.AwaitKeyword) && node.Expression is { } given && IsDisposedAsync(_model.GetTypeInfo(given).Type))
        {
            string[] parts = Disposal(node.AwaitKeyword, "\0", out _).Split('\0');
            _edits.Wrap(given.Span, parts[0], parts[1]);
        }
        else if (IsProbed(node.AwaitKeyword) && (node.Expression ?? (node.Declaration is { Type.IsVar: true, Variables: [{ Initializer.Value: { } value }] } ? value : null)) is { } configured)
        {
            ProbeConfigured(node.AwaitKeyword, configured);
        }

        base.VisitUsingStatement(node);
    }

    /// <summary><c>File a = Open(), b = Open()</c> becomes <c>File a = Open(); await using var end = Disposal(a); File b = Open()</c>.</summary>
    private void SplitUp(SyntaxToken awaitKeyword, VariableDeclarationSyntax declaration)
    {
        foreach ((VariableDeclaratorSyntax variable, SyntaxToken comma) in declaration.Variables.Zip(declaration.Variables.GetSeparators()))
        {
            string end = Disposal(awaitKeyword, variable.Identifier.Text, out int site);
            _edits.Replace(comma.Span, $"; await using var __end{site} = {end}; {Text(((ILocalSymbol)_model.GetDeclaredSymbol(variable)!).Type)}");
        }
    }

    /// <summary><c>thing.ConfigureAwait(false)</c> becomes <c>Disposal(thing, false)</c>.</summary>
    private void ProbeConfigured(SyntaxToken awaitKeyword, ExpressionSyntax given)
    {
        if (given is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var resource },
                ArgumentList: { Arguments.Count: 1, OpenParenToken: var open },
            }
            && !IsTail(resource) && IsDisposedAsync(_model.GetTypeInfo(resource).Type))
        {
            _edits.Before(resource.SpanStart, Disposal(awaitKeyword, string.Empty, out _).TrimEnd(')'));
            _edits.Replace(TextSpan.FromBounds(resource.Span.End, open.Span.End), ", ");
        }
    }

    private bool IsProbed(SyntaxToken awaitKeyword) => !awaitKeyword.IsKind(SyntaxKind.None) && _body.Kind is not (BodyKind.None or BodyKind.Coroutine);

    private bool IsDisposedAsync(VariableDeclaratorSyntax variable) => IsDisposedAsync((_model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type);

    private static bool IsDisposedAsync(ITypeSymbol? type) => type is { IsReferenceType: true, TypeKind: not TypeKind.Dynamic }
        && type.AllInterfaces.Prepend(type).Any(one => IsOf(one, "System", "IAsyncDisposable"));

    private string Disposal(SyntaxToken awaitKeyword, string value, out int site)
    {
        site = _sites.Add(TraceSiteKind.AwaitOfCall, string.Empty, awaitKeyword);
        int call = _sites.Add(TraceSiteKind.Call, nameof(IAsyncDisposable.DisposeAsync), awaitKeyword);
        return $"{Probe}.Disposal({site}, {call}, {value})";
    }
}
