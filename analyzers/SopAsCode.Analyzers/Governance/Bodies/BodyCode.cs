using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>What the bodies of one compilation do. A body is bound when a rule first asks about it, and only once.</summary>
internal sealed class BodyCode(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _kept = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, BodyFacts> _begun = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _tools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);

    // The classes of this project by the interfaces and classes of this project from which they derive. It is needed once an SOP calls such an interface.
    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> _derived = new(() => Classes(compilation.Assembly.GlobalNamespace)
        .SelectMany(type => Ancestors(type).Where(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.ContainingAssembly, compilation.Assembly)).Select(ancestor => (Ancestor: (ISymbol)ancestor.OriginalDefinition, Type: type)))
        .ToLookup(pair => pair.Ancestor, pair => pair.Type, SymbolEqualityComparer.Default));

    /// <summary>What a member does: a method, an accessor, a property, or a field with what it begins with.</summary>
    public BodyFacts Of(ISymbol member, CancellationToken cancel)
    {
        if (!_facts.TryGetValue(member, out var known))
        {
            var code = OperationsOf(member, cancel);
            known = code.Count > 0 && member.ContainingType is { } home ? BodyReader.Read(code, home, compilation) : Automatic(member, cancel) ?? BodyFacts.None;
            known = _facts.GetOrAdd(member, known);
        }

        return known;
    }

    /// <summary>What the delegates do that a field or property holds: from its declaration, and from the constructors of its type.</summary>
    public BodyFacts OfKept(ISymbol member, CancellationToken cancel) =>
        _kept.GetOrAdd(member, _ => Facts([.. OperationsOf(member, cancel), .. AssignedIn(member.ContainingType.Constructors, member, cancel)], member));

    /// <summary>What a field or property begins with: from its declaration, and for a static one also from the static constructor.</summary>
    public BodyFacts OfBeginning(ISymbol member, CancellationToken cancel) => _begun.GetOrAdd(member, _ => Facts(
        [.. OperationsOf(member, cancel).OfType<ISymbolInitializerOperation>(), .. AssignedIn(member.IsStatic ? member.ContainingType.StaticConstructors : [], member, cancel)], member));

    private BodyFacts Facts(List<IOperation> code, ISymbol member) => code.Count == 0 ? BodyFacts.None : BodyReader.Read(code, member.ContainingType, compilation);

    private IEnumerable<IOperation> AssignedIn(IEnumerable<IMethodSymbol> constructors, ISymbol member, CancellationToken cancel) => constructors
        .SelectMany(constructor => OperationsOf(constructor, cancel))
        .SelectMany(operation => operation.DescendantsAndSelf())
        .OfType<ISimpleAssignmentOperation>()
        .Where(assignment => assignment.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member.OriginalDefinition, member))
        .Select(assignment => assignment.Value);

    // What the compiler writes for 'get;' and 'set;' of an object. Records are values.
    private static BodyFacts? Automatic(ISymbol member, CancellationToken cancel)
    {
        if (member is not IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsStatic: false, IsAbstract: false, ContainingType: { TypeKind: TypeKind.Class, IsRecord: false } } property } accessor
            || accessor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel) is not AccessorDeclarationSyntax { Body: null, ExpressionBody: null } written)
        {
            return null;
        }

        var isRead = accessor.MethodKind == MethodKind.PropertyGet;
        var facts = new BodyFacts();
        facts.Stores.Add(new(BodyScope.KeyOf(property), $"{property.ContainingType.Name}.{property.Name}", StoreKind.Own, isRead ? StoreAccess.Read : StoreAccess.Assign, !isRead, written));
        return facts;
    }

    /// <summary>The code of a member that parses; empty while somebody is typing it, and for generated code.</summary>
    public IReadOnlyList<IOperation> OperationsOf(ISymbol member, CancellationToken cancel)
    {
        List<IOperation> code = [];
        foreach (var declared in Declarations(member))
        {
            if (ClassReader.IsGenerated(member, declared.SyntaxTree))
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
    public IReadOnlyList<IMethodSymbol> Implementations(IMethodSymbol method) => _implementations.GetOrAdd(method, _ =>
    [
        .. _derived.Value[method.ContainingType.OriginalDefinition].Select(type => method.ContainingType.TypeKind == TypeKind.Interface
                ? type.FindImplementationForInterfaceMember(type.AllInterfaces.First(own => SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method.ContainingType.OriginalDefinition))
                    .GetMembers(method.Name).FirstOrDefault(own => SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method.OriginalDefinition)) ?? method) as IMethodSymbol
                : type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(own => SymbolEqualityComparer.Default.Equals(own.OverriddenMethod?.OriginalDefinition, method.OriginalDefinition)))
            .OfType<IMethodSymbol>(),
    ]);

    /// <summary>Whether this project declares a tool with a name.</summary>
    public bool IsTool(string name, CancellationToken cancel) =>
        _tools.GetOrAdd(name, _ => compilation.GetSymbolsWithName(name, SymbolFilter.Type, cancel).OfType<INamedTypeSymbol>().Any(type => SopSymbols.DerivesFrom(type, "Tool")));

    /// <summary>Whether a class derives from another, both by their full names.</summary>
    public bool DerivesFrom(string type, string other) => compilation.GetTypeByMetadataName(type) is { } known && compilation.GetTypeByMetadataName(other) is { } ancestor
        && Ancestors(known).Any(one => SymbolEqualityComparer.Default.Equals(one, ancestor));

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

    /// <summary>The classes from which a class derives, and its interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: SpecialType.None }; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            yield return implemented;
        }
    }

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
