using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>The author's program as the rules read it: its functions, and what each of them does.</summary>
internal sealed partial class SourceProgram
{
    private readonly Dictionary<SyntaxNode, Function> _bySyntax = [];
    private readonly Dictionary<IMethodSymbol, Function> _byMethod = new(SymbolEqualityComparer.Default);
    private readonly List<Function> _functions = [];

    private SourceProgram(CSharpCompilation compilation)
    {
        Compilation = compilation;
        Types = new TaskTypes(compilation);
        EntryPoint = compilation.GetEntryPoint(CancellationToken.None);
    }

    public CSharpCompilation Compilation { get; }

    public TaskTypes Types { get; }

    public IMethodSymbol? EntryPoint { get; }

    /// <summary>All functions, in the order of the source, each before those inside it.</summary>
    public IReadOnlyList<Function> Functions => _functions;

    /// <summary>All that the program does.</summary>
    public IEnumerable<IOperation> Operations => _functions.SelectMany(function => function.Operations);

    /// <param name="compilation">The program as it was given.</param>
    /// <param name="files">The names of the author's files; other trees are not looked at.</param>
    public static SourceProgram Read(CSharpCompilation compilation, IReadOnlySet<string> files)
    {
        var program = new SourceProgram(compilation);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => files.Contains(tree.FilePath)))
        {
            program.Read(tree);
        }

        program.ReadVariables();
        return program;
    }

    /// <summary>The function that declares a method, if it is in the source.</summary>
    public Function? Find(IMethodSymbol? method) =>
        method is null ? null : _byMethod.GetValueOrDefault((method.ReducedFrom ?? method).OriginalDefinition);

    /// <summary>The function in whose body a piece of syntax stands.</summary>
    public Function? FunctionAt(SyntaxNode node)
    {
        for (SyntaxNode? at = node; at is not null; at = at.Parent)
        {
            if (_bySyntax.TryGetValue(at, out Function? function))
            {
                return function;
            }
        }

        return null;
    }

    /// <summary>The largest piece of syntax that begins at a place and goes no further than it does.</summary>
    public SyntaxNode? NodeAt(SourcePlace place)
    {
        if (Compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == place.File) is not { } tree)
        {
            return null;
        }

        TextLineCollection lines = tree.GetText().Lines;
        int start = lines[place.Line - 1].Start + place.Column - 1;
        int end = lines[place.EndLine - 1].Start + place.EndColumn - 1;
        return tree.GetRoot().FindNode(TextSpan.FromBounds(start, Math.Max(start, end)), getInnermostNodeForTie: true);
    }

    /// <summary>The function to which an operation belongs.</summary>
    public Function FunctionOf(IOperation operation) => FunctionAt(operation.Syntax)!;

    /// <summary>Whether it is where the program begins, and blocks there because it may not await.</summary>
    public bool IsSynchronousEntry(Function function) =>
        !function.IsAsync && function.Method is { } method && SymbolEqualityComparer.Default.Equals(method, EntryPoint);

    private void Read(SyntaxTree tree)
    {
        SemanticModel model = Compilation.GetSemanticModel(tree);
        SyntaxNode root = tree.GetRoot();
        foreach (SyntaxNode node in root.DescendantNodesAndSelf(node => node is not (BlockSyntax or StatementSyntax)))
        {
            if (IsBody(node) && model.GetOperation(node) is { } body)
            {
                IMethodSymbol? method = node is EqualsValueClauseSyntax ? null
                    : node is CompilationUnitSyntax ? EntryPoint
                    : node is ArrowExpressionClauseSyntax ? (model.GetDeclaredSymbol(node.Parent!) as IPropertySymbol)?.GetMethod
                    : model.GetDeclaredSymbol(node) as IMethodSymbol;
                Add(method, node, body, outer: null, model);
            }
        }
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => true,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or PropertyDeclarationSyntax } => true,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Any(),
        _ => false,
    };

    private void Add(IMethodSymbol? method, SyntaxNode syntax, IOperation body, Function? outer, SemanticModel model)
    {
        var function = new Function { Method = method, Syntax = syntax, Body = body, Outer = outer, Model = model };
        _functions.Add(function);
        _bySyntax.TryAdd(syntax, function);
        if (method is not null)
        {
            _byMethod.TryAdd(method.OriginalDefinition, function);
        }

        List<(IMethodSymbol Method, IOperation Operation)> inside = [];
        Stack<IOperation> open = new([body]);
        while (open.TryPop(out IOperation? operation))
        {
            IMethodSymbol? nested = operation switch
            {
                ILocalFunctionOperation local => local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            function.Operations.Add(operation);
            if (nested is not null && operation != body)
            {
                inside.Add((nested, operation));
                continue;
            }

            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push(child);
            }
        }

        foreach ((IMethodSymbol nested, IOperation operation) in inside)
        {
            Add(nested, operation.Syntax, operation, function, model);
        }
    }
}
