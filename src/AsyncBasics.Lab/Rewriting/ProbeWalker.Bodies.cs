using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <content>Bodies and loops.</content>
internal sealed partial class ProbeWalker
{
    public override void VisitCompilationUnit(CompilationUnitSyntax node)
    {
        GlobalStatementSyntax[] statements = [.. node.Members.OfType<GlobalStatementSyntax>()];
        if (statements.Length == 0 || _entry is null)
        {
            base.VisitCompilationUnit(node);
            return;
        }

        int site = _sites.Add(TraceSiteKind.Method, "Main", FirstToken(statements));
        BodyKind kind = _entry.IsAsync ? BodyKind.Async : BodyKind.Sync;
        Body body = Open(kind, site, null, statements[0].SpanStart, null, isEntry: true);
        Close(body, statements[^1].Span.End);
        Within(body, () => base.VisitCompilationUnit(node));
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.Identifier, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitMethodDeclaration(node));

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.Identifier, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitLocalFunctionStatement(node));

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.Identifier, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitConstructorDeclaration(node));

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.OperatorToken, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitOperatorDeclaration(node));

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.OperatorKeyword, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitConversionOperatorDeclaration(node));

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node) => VisitBody(
        _model.GetDeclaredSymbol(node), node.Keyword, node.Body, node.ExpressionBody, node.SemicolonToken,
        () => base.VisitAccessorDeclaration(node));

    /// <summary>The thread of the finalizers is none of the program's: nothing of it may run there.</summary>
    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node)
    {
        if (node.Body is { } block)
        {
            _edits.After(block.OpenBraceToken.Span.End, $" if (!{Probe}.IsHere) return; ");
        }

        base.VisitDestructorDeclaration(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        IMethodSymbol? getter = _model.GetDeclaredSymbol(node)?.GetMethod;
        VisitGetter(getter, node.Identifier, node.ExpressionBody, node.SemicolonToken, () => base.VisitPropertyDeclaration(node));
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        IMethodSymbol? getter = _model.GetDeclaredSymbol(node)?.GetMethod;
        VisitGetter(getter, node.ThisKeyword, node.ExpressionBody, node.SemicolonToken, () => base.VisitIndexerDeclaration(node));
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) =>
        VisitLambda(node, () => base.VisitSimpleLambdaExpression(node));

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) =>
        VisitLambda(node, () => base.VisitParenthesizedLambdaExpression(node));

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        VisitLambda(node, () => base.VisitAnonymousMethodExpression(node));

    private void VisitBody(
        IMethodSymbol? method, SyntaxToken name, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow,
        SyntaxToken semicolon, Action visitChildren)
    {
        if (method is null || (block is null && arrow is null))
        {
            visitChildren();
            return;
        }

        if (block is not null)
        {
            InBlock(method, name, block, visitChildren);
        }
        else
        {
            InArrow(method, name, arrow!.ArrowToken, arrow.Expression, semicolon, visitChildren);
        }
    }

    private void VisitGetter(
        IMethodSymbol? getter, SyntaxToken name, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, Action visitChildren)
    {
        if (getter is null || arrow is null || !IsWorthALook(arrow.Expression))
        {
            visitChildren();
            return;
        }

        int site = _sites.Add(TraceSiteKind.Method, name.ValueText, name);
        _edits.Replace(arrow.ArrowToken.Span, $"{{ get {{ {Probe}.Sync({site}); {ReturnOf(arrow.Expression)}");
        _edits.Replace(semicolon.Span, "; } }");
        Within(new Body(BodyKind.Sync, string.Empty, null), visitChildren);
    }

    private void VisitLambda(AnonymousFunctionExpressionSyntax node, Action visitChildren)
    {
        if (IsExpressionTree(_model.GetTypeInfo(node).ConvertedType))
        {
            return;
        }

        if (_model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
        {
            visitChildren();
            return;
        }

        SyntaxToken name = node is LambdaExpressionSyntax lambda ? lambda.ArrowToken : ((AnonymousMethodExpressionSyntax)node).DelegateKeyword;
        if (node.Block is { } block)
        {
            InBlock(method, name, block, visitChildren, BodyNames.Of(node));
        }
        else
        {
            InArrow(method, name, arrow: null, node.ExpressionBody!, semicolon: null, visitChildren, BodyNames.Of(node));
        }
    }

    private void InBlock(IMethodSymbol method, SyntaxToken name, BlockSyntax block, Action visitChildren, string? title = null)
    {
        bool isEntry = SymbolEqualityComparer.Default.Equals(method, _entry);
        int site = _sites.Add(TraceSiteKind.Method, title ?? BodyNames.Of(method), name);
        Body body = Open(BodyKinds.Of(method), site, method, block.OpenBraceToken.Span.End, BodyNames.ElementOf(method), isEntry);
        Close(body, block.CloseBraceToken.SpanStart);
        Within(body, visitChildren);
    }

    /// <summary>An expression as a body becomes a block.</summary>
    private void InArrow(
        IMethodSymbol method, SyntaxToken name, SyntaxToken? arrow, ExpressionSyntax expression, SyntaxToken? semicolon, Action visitChildren,
        string? title = null)
    {
        BodyKind kind = BodyKinds.Of(method);
        bool isEntry = SymbolEqualityComparer.Default.Equals(method, _entry);
        if (kind == BodyKind.Sync && !isEntry && (!IsWorthALook(expression) || IsForwarder(method, expression)))
        {
            Within(new Body(kind, string.Empty, null), visitChildren);
            return;
        }

        int site = _sites.Add(TraceSiteKind.Method, title ?? BodyNames.Of(method), name);
        int start = expression.SpanStart;
        if (arrow is { } token)
        {
            _edits.Replace(token.Span, string.Empty);
        }

        _edits.Before(start, "{ ");
        Body body = Open(kind, site, method, start, null, isEntry, before: true);
        _edits.Before(start, IsStatement(method) ? string.Empty : ReturnOf(expression));
        if (semicolon is { } end)
        {
            _edits.Replace(end.Span, $"; {Closing(body)}}}");
        }
        else
        {
            _edits.After(expression.Span.End, $"; {Closing(body)}}}");
        }

        Within(body, visitChildren);
    }

    private static string ReturnOf(ExpressionSyntax expression) => expression is ThrowExpressionSyntax ? string.Empty : "return ";

    private static bool IsStatement(IMethodSymbol method) => method.ReturnsVoid
        || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 });

    /// <summary>Whether anything in a short body could take long: a call or a loop; what only reads and reckons could not.</summary>
    private static bool IsWorthALook(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(node =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ThrowExpressionSyntax or AwaitExpressionSyntax
            or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or ElementAccessExpressionSyntax);

    /// <summary>
    /// Whether a lambda only calls an async method: given away as work it is that method and no more, which shows because no probe of
    /// its own comes first.
    /// </summary>
    private static bool IsForwarder(IMethodSymbol method, ExpressionSyntax expression) =>
        method.MethodKind == MethodKind.AnonymousFunction && expression is InvocationExpressionSyntax && IsTask(method.ReturnType);

    private Body Open(
        BodyKind kind, int site, IMethodSymbol? method, int position, ITypeSymbol? element, bool isEntry, bool before = false)
    {
        string span = $"__span{site}";
        bool hasSpan = isEntry && _dialect == Dialect.Tasks
            ? kind is not BodyKind.Coroutine
            : kind is BodyKind.Async or BodyKind.AsyncVoid or BodyKind.AsyncIterator;
        string text = hasSpan
            ? $" var {span} = {Probe}.Enter({site}, {BodyNames.TellingArgument(method)}); try {{ "
            : kind == BodyKind.Coroutine ? $" {Probe}.Coroutine({site}, {BodyNames.TellingArgument(method)}); " : $" {Probe}.Sync({site}); ";
        if (before || method is null)
        {
            _edits.Before(position, text);
        }
        else
        {
            _edits.After(position, text);
        }

        return new Body(kind, hasSpan ? span : string.Empty, element);
    }

    private void Close(Body body, int position)
    {
        string text = Closing(body);
        if (text.Length > 0)
        {
            _edits.After(position, text);
        }
    }

    private static string Closing(Body body)
    {
        if (body.Span.Length == 0)
        {
            return string.Empty;
        }

        string error = $"{body.Span}e";
        string handler = body.Kind switch
        {
            BodyKind.AsyncIterator => string.Empty,
            BodyKind.AsyncVoid => $"catch (global::System.Exception {error}) {{ {Probe}.Crash({body.Span}, {error}); }} ",
            _ => $"catch (global::System.Exception {error}) when ({Probe}.Fail({body.Span}, {error})) {{ throw; }} ",
        };
        return $" }} {handler}finally {{ {Probe}.Leave({body.Span}); }} ";
    }

    private void Within(Body body, Action visit)
    {
        Body outer = _body;
        _body = body;
        visit();
        _body = outer;
    }

    private static SyntaxToken FirstToken(GlobalStatementSyntax[] statements) =>
        (statements.FirstOrDefault(statement => statement.Statement is not LocalFunctionStatementSyntax) ?? statements[0]).GetFirstToken();
}
