using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>What the bodies of one compilation do. A body is bound when a rule first asks about it, and only once.</summary>
internal sealed class BodyCode(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _tools = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _classes = new(() => [.. Classes(compilation.Assembly.GlobalNamespace)]);

    /// <summary>What a member does: a method, an accessor, a property, or a field with what it begins with.</summary>
    public BodyFacts Of(ISymbol member, CancellationToken cancel)
    {
        if (!_facts.TryGetValue(member, out var known))
        {
            var code = OperationsOf(member, cancel);
            known = code.Count == 0 || member.ContainingType is not { } home ? BodyFacts.None : BodyReader.Read(code, home, compilation);
            known = _facts.GetOrAdd(member, known);
        }

        return known;
    }

    /// <summary>The code of a member that parses; empty while somebody is typing it, and for generated code.</summary>
    public IReadOnlyList<IOperation> OperationsOf(ISymbol member, CancellationToken cancel)
    {
        List<IOperation> code = [];
        foreach (var declared in Declarations(member))
        {
            if (SopSymbols.IsOwnOutput(declared.SyntaxTree) || !compilation.ContainsSyntaxTree(declared.SyntaxTree))
            {
                continue;
            }

            foreach (var node in CodeOf(declared.GetSyntax(cancel)))
            {
                if (!HasSyntaxError(node) && compilation.GetSemanticModel(declared.SyntaxTree).GetOperation(node, cancel) is { } operation)
                {
                    code.Add(operation);
                }
            }
        }

        return code;
    }

    /// <summary>The methods of classes of this project that an interface or abstract method of this project stands for.</summary>
    public IEnumerable<IMethodSymbol> Implementations(IMethodSymbol method) => _classes.Value.Select(type => method.ContainingType.TypeKind == TypeKind.Interface
            ? type.AllInterfaces.Contains(method.ContainingType, SymbolEqualityComparer.Default) ? type.FindImplementationForInterfaceMember(method) as IMethodSymbol : null
            : type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(own => SymbolEqualityComparer.Default.Equals(own.OverriddenMethod?.OriginalDefinition, method)))
        .OfType<IMethodSymbol>();

    /// <summary>Whether this project declares a tool with a name.</summary>
    public bool IsTool(string name, CancellationToken cancel) =>
        _tools.GetOrAdd(name, _ => compilation.GetSymbolsWithName(name, SymbolFilter.Type, cancel).OfType<INamedTypeSymbol>().Any(type => SopSymbols.DerivesFrom(type, "Tool")));

    /// <summary>Where a member is declared. The part of a partial method that has the body counts too.</summary>
    public static IEnumerable<SyntaxReference> Declarations(ISymbol member) => member is IMethodSymbol { PartialImplementationPart: { } body }
        ? body.DeclaringSyntaxReferences
        : member.DeclaringSyntaxReferences;

    private static IEnumerable<SyntaxNode> CodeOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => [],
        BaseMethodDeclarationSyntax method => [method],
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => [],
        AccessorDeclarationSyntax accessor => [accessor],
        ArrowExpressionClauseSyntax arrow => [arrow],
        PropertyDeclarationSyntax { Initializer: { } initializer } property => [.. Accessors(property), initializer],
        BasePropertyDeclarationSyntax property => Accessors(property),
        VariableDeclaratorSyntax { Initializer: { } initializer } => [initializer],
        _ => [],
    };

    private static IEnumerable<SyntaxNode> Accessors(BasePropertyDeclarationSyntax property)
    {
        var arrow = property switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body,
            IndexerDeclarationSyntax { ExpressionBody: { } body } => body,
            _ => null,
        };
        return arrow is not null ? [arrow] : (property.AccessorList?.Accessors ?? []).SelectMany(CodeOf);
    }

    private static bool HasSyntaxError(SyntaxNode node) => node.ContainsDiagnostics && node.GetDiagnostics().Any(found => found.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<INamedTypeSymbol> Classes(INamespaceOrTypeSymbol within)
    {
        foreach (var member in within is INamedTypeSymbol outer ? outer.GetTypeMembers() : within.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            {
                yield return type;
            }

            foreach (var inner in Classes(member))
            {
                yield return inner;
            }
        }
    }
}
