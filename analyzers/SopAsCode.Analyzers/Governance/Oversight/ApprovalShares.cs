using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Summaries;

namespace SopAsCode.Analyzers;

/// <summary>
/// Finds the roles that approve too many checkpoints, over all SOPs of a compilation. Checkpoints are first counted by their text,
/// file by file, so that a file that nobody edits is counted once. Only if one role then has too many, the checkpoints are bound,
/// to be sure which role each of them names. Where a file gives another name to one of the attributes that are counted, all are bound at once.
/// </summary>
internal sealed class ApprovalShares(Compilation compilation)
{
    private const int UsualShare = 60;
    private const int Fewest = 5;

    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<WrittenCheckpoint>> Written = new();

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Renaming = new();

    private readonly Lazy<ImmutableArray<TooMuch>> _found = new(() => Find(compilation));

    /// <summary>The roles that approve too much.</summary>
    public ImmutableArray<TooMuch> Found => _found.Value;

    private static ImmutableArray<TooMuch> Find(Compilation compilation)
    {
        var policy = PolicyReader.Read(compilation.Assembly);
        var share = policy?.MaxApprovalShare ?? UsualShare;
        var written = compilation.SyntaxTrees
            .OrderBy(tree => tree.FilePath, StringComparer.Ordinal)
            .SelectMany(tree => Written.GetValue(tree, static key => WrittenCheckpoint.In(key)))
            .ToList();
        var isRenamed = compilation.SyntaxTrees.Any(tree => Renaming.GetValue(tree, static key => Renames(key)).Value);
        if (share is < 1 or > 100 || policy?.House.IsOnePerson == true || (!isRenamed && Most(written, checkpoint => checkpoint.Role, share).Count == 0))
        {
            return [];
        }

        var known = isRenamed
            ? DeclaredSops.Of(compilation.Assembly, CancellationToken.None).All.SelectMany(sop => WrittenCheckpoint.LookUp(sop.Type)).ToList()
            : written.Distinct().SelectMany(checkpoint => checkpoint.LookUp(compilation.Assembly)).ToList();
        return
        [
            .. Most(known, checkpoint => checkpoint.Role.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), share).Select(role => new TooMuch(
                role[0],
                !SymbolEqualityComparer.Default.Equals(role[0].Role.ContainingAssembly, compilation.Assembly),
                $"'{role[0].Role.Name}' approves at {role.Count} of the {known.Count} checkpoints here, which is more than {share} %: "
                    + "hand some over, or set [MaxApprovalShare] in the policy")),
        ];
    }

    private static StrongBox<bool> Renames(SyntaxTree tree) => new(tree.GetRoot()
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<UsingDirectiveSyntax>()
        .Any(written => written.Alias is not null && written.DescendantTokens().Any(token => token.ValueText is "SopAttribute" or "CheckpointAttribute")));

    private static List<List<T>> Most<T>(List<T> checkpoints, Func<T, string> role, int share) => checkpoints.Count < Fewest
        ? []
        : [.. checkpoints.GroupBy(role, StringComparer.Ordinal).Where(same => same.Count() * 100 > share * checkpoints.Count).Select(same => same.ToList())];

    /// <summary>A checkpoint as it is written.</summary>
    /// <param name="Type">The metadata name of the class around it.</param>
    /// <param name="Method">The method.</param>
    /// <param name="Role">The last part of the role's name.</param>
    private sealed record WrittenCheckpoint(string Type, string Method, string Role)
    {
        /// <summary>The checkpoints of a file. Those of retired SOPs and ideas do not count, because nobody approves there.</summary>
        public static IReadOnlyList<WrittenCheckpoint> In(SyntaxTree tree) =>
        [
            .. tree.GetRoot()
                .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
                .OfType<ClassDeclarationSyntax>()
                .Where(type => AttributesOf(type).Any(attribute => NameOf(attribute.Name) is { Identifier.ValueText: "Sop" or "SopAttribute" } && IsActive(attribute)))
                .SelectMany(type => type.Members.OfType<MethodDeclarationSyntax>())
                .SelectMany(method => AttributesOf(method), (method, attribute) => (Method: method, Name: NameOf(attribute.Name)))
                .Where(one => one.Name is GenericNameSyntax { Identifier.ValueText: "Checkpoint" or "CheckpointAttribute", TypeArgumentList.Arguments.Count: 1 })
                .Select(one => new WrittenCheckpoint(
                    MetadataName((ClassDeclarationSyntax)one.Method.Parent!),
                    one.Method.Identifier.ValueText,
                    NameOf(((GenericNameSyntax)one.Name!).TypeArgumentList.Arguments[0])?.Identifier.ValueText ?? "")),
        ];

        /// <summary>The meaning of a checkpoint; null when the code only looks like a checkpoint.</summary>
        public IEnumerable<KnownCheckpoint> LookUp(IAssemblySymbol assembly)
        {
            if (assembly.GetTypeByMetadataName(Type) is not { } sop || !IsActiveSop(sop))
            {
                yield break;
            }

            foreach (var known in LookUp(sop, sop.GetMembers(Method)))
            {
                yield return known;
            }
        }

        /// <summary>The checkpoints of an SOP, whatever their attributes are called where they are written.</summary>
        public static IEnumerable<KnownCheckpoint> LookUp(INamedTypeSymbol sop) => IsActiveSop(sop) ? LookUp(sop, sop.GetMembers()) : [];

        private static IEnumerable<KnownCheckpoint> LookUp(INamedTypeSymbol sop, IEnumerable<ISymbol> members) =>
            from member in members
            from attribute in member.GetAttributes()
            where SopSymbols.Word(attribute) == "Checkpoint"
            let role = attribute.AttributeClass!.TypeArguments.FirstOrDefault() as INamedTypeSymbol
            where role is { TypeKind: TypeKind.Class }
            select new KnownCheckpoint(sop, member.Name, role);

        private static bool IsActiveSop(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
            SopSymbols.IsOurs(attribute, nameof(SopSymbols.SopAttribute))
            && attribute.NamedArguments.All(argument => argument.Key != nameof(Stage) || argument.Value.Value is (int)Stage.Active));

        private static bool IsActive(AttributeSyntax sop) =>
            sop.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == nameof(Stage) && NameOf(argument.Expression)?.Identifier.ValueText != nameof(Stage.Active)) != true;

        private static IEnumerable<AttributeSyntax> AttributesOf(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes);

        private static SimpleNameSyntax? NameOf(ExpressionSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            MemberAccessExpressionSyntax member => member.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };

        private static string MetadataName(ClassDeclarationSyntax type)
        {
            var name = type.Identifier.ValueText;
            foreach (var around in type.Ancestors())
            {
                name = around switch
                {
                    TypeDeclarationSyntax outer => $"{outer.Identifier.ValueText}+{name}",
                    BaseNamespaceDeclarationSyntax space => $"{space.Name}.{name}",
                    _ => name,
                };
            }

            return name;
        }
    }
}

/// <summary>A role that approves too much.</summary>
/// <param name="First">The first of its checkpoints.</param>
/// <param name="IsForeign">Another assembly declares the role.</param>
/// <param name="Words">How much it approves, and what to do.</param>
internal sealed record TooMuch(KnownCheckpoint First, bool IsForeign, string Words);

/// <summary>A checkpoint, with the role that it names.</summary>
/// <param name="Sop">The SOP.</param>
/// <param name="Method">The method.</param>
/// <param name="Role">The role.</param>
internal sealed record KnownCheckpoint(INamedTypeSymbol Sop, string Method, INamedTypeSymbol Role);
