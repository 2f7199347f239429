using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>Reads the class around the steps.</summary>
public static class ClassReader
{
    private static readonly SymbolDisplayFormat NameWithParameters = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Reads the class.</summary>
    public static SopClass Read(INamedTypeSymbol type, bool isForRules, CancellationToken cancel)
    {
        List<string> openings = [];
        var canBeOpened = true;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            openings.Insert(0, $"partial {Keyword(current)} {NameOf(current)}");
            canBeOpened &= !current.IsFileLocal && !current.IsStatic;
        }

        return new()
        {
            Reference = TypeNames.Use(type).Name,
            Namespace = type.ContainingNamespace.IsGlobalNamespace ? "" : TypeNames.Plain(type.ContainingNamespace),
            Name = type.Name,
            FullName = TypeNames.Plain(type),
            Openings = openings.ToEquatableArray(),
            CanBeOpened = canBeOpened,
            Shape = Shape(type, cancel),
            HasUnfinishedAttribute = isForRules && AttributeReading.IsAnyUnfinished(type),
            HiddenNames = HiddenNamesReader.Read(type, cancel).ToEquatableArray(),
            OtherMembers = ReservedNames.All.Where(name => DeclaresOther(type, name)).ToEquatableArray(),
        };
    }

    /// <summary>The parameters of the constructor that a host calls.</summary>
    public static EquatableArray<ServiceModel> Services(INamedTypeSymbol type) =>
        ConstructorsOf(type) is { Count: 1 } only ? only[0].Parameters.Select(ServiceReader.Read).ToEquatableArray() : [];

    /// <summary>
    /// Whether a member was written by hand and is neither a step nor a condition. A member in a file with a path of a generated one is generated only if it
    /// has a name that the generator uses; written by hand, that name would stand there twice, which does not compile.
    /// </summary>
    public static bool IsOther(ISymbol member) =>
        !(member is IMethodSymbol method && SopSymbols.IsMarked(method))
        && !member.IsImplicitlyDeclared && !member.Locations.IsEmpty
        && !(SopSymbols.MayBeOwnOutput(member.Locations[0].SourceTree) && ReservedNames.Generated.Contains(member.Name, StringComparer.Ordinal));

    /// <summary>
    /// Whether the generator wrote a member in a file: it has a path of a generated one, and there it is, or is inside, a member that the generator adds, or it
    /// is the body of a partial step. Written by hand, each of them would stand there twice, which does not compile.
    /// </summary>
    /// <param name="member">The member.</param>
    /// <param name="tree">The file.</param>
    /// <returns>True when it did.</returns>
    public static bool IsGenerated(ISymbol member, SyntaxTree tree)
    {
        if (!SopSymbols.MayBeOwnOutput(tree))
        {
            return false;
        }

        for (ISymbol? part = member; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
        {
            if (ReservedNames.Generated.Contains(part.Name, StringComparer.Ordinal) || part is IMethodSymbol { PartialDefinitionPart: not null } or IMethodSymbol { PartialImplementationPart: not null })
            {
                return true;
            }
        }

        return false;
    }

    // A type name in small letters may become a keyword. The compiler warns about it at the declaration, so generated code must not warn again.
    private static string NameOf(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(NameWithParameters);
        return type.Name.All(c => c is >= 'a' and <= 'z') && !name.StartsWith("@", StringComparison.Ordinal) ? "@" + name : name;
    }

    private static ClassShape Shape(INamedTypeSymbol type, CancellationToken cancel)
    {
        var shape = ClassShape.Fine;
        if (type is { IsRecord: false, TypeKind: not TypeKind.Class })
        {
            return ClassShape.NotClass;
        }

        Add(!IsPartial(type, cancel), ClassShape.NotPartial);
        Add(!SopSymbols.DerivesFrom(type, "Sop") && !HasUnknownBase(type), ClassShape.NotDerived);
        Add(TeamsBases(type).Any(SopSymbols.IsSop), ClassShape.DerivedFromSop);
        Add(type.IsAbstract && !type.IsStatic, ClassShape.Abstract);
        Add(type.IsStatic, ClassShape.Static);
        Add(type.IsRecord, ClassShape.Record);
        Add(ConstructorsOf(type).Count > 1, ClassShape.SeveralConstructors);
        Add(HasRequiredMembers(type), ClassShape.RequiredMembers);
        Add(ConstructorsOf(type) is { Count: 1 } only && only[0].Parameters.Any(parameter => !ServiceReader.CanBePassed(parameter)), ClassShape.UnservedParameter);
        for (var current = type; current is not null; current = current.ContainingType)
        {
            Add(current.Arity > 0, ClassShape.Generic);
            Add(current.IsFileLocal, ClassShape.FileLocal);
            Add(current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal), ClassShape.Hidden);
            Add(current.ContainingType is { } outer && !IsPartial(outer, cancel), ClassShape.OuterNotPartial);
        }

        return shape;

        void Add(bool holds, ClassShape flag) => shape |= holds ? flag : ClassShape.Fine;
    }

    // It is not known what the class derives from until the name of its base is complete.
    private static bool HasUnknownBase(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.TypeKind == TypeKind.Error)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        if (ConstructorsOf(type).Any(SetsThem))
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;

        static bool SetsThem(IMethodSymbol constructor) =>
            constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");
    }

    // The accessible constructors, or the one of them that is marked. If a class has only private constructors, the first of them is used.
    private static List<IMethodSymbol> ConstructorsOf(INamedTypeSymbol type)
    {
        var accessible = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
            .ToList();
        var marked = accessible.Where(constructor => constructor.GetAttributes().Any(attribute => ServiceReader.IsOfContainer(attribute, "ActivatorUtilitiesConstructorAttribute"))).ToList();
        return marked.Count == 1 ? marked : accessible.Count > 0 ? accessible : type.InstanceConstructors.Take(1).ToList();
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (!SopSymbols.MayBeOwnOutput(reference.SyntaxTree)
                && (reference.GetSyntax(cancel) is not TypeDeclarationSyntax declaration || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                return false;
            }
        }

        return !type.DeclaringSyntaxReferences.IsEmpty;
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static bool DeclaresOther(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).Any(IsOther)
        || (ReservedNames.Performing.Concat(ReservedNames.Generated).Contains(name, StringComparer.Ordinal)
            && TeamsBases(type).Any(ancestor => !SopSymbols.IsSop(ancestor) && ancestor.GetMembers(name).Any(member => IsOther(member) && member.DeclaredAccessibility != Accessibility.Private)));

    // The classes of the team between an SOP and the base class of the language.
    private static IEnumerable<INamedTypeSymbol> TeamsBases(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null && !SopSymbols.IsOurs(ancestor, "Sop"); ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
