using Microsoft.CodeAnalysis;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>What the generated part of an SOP tells the rules about other SOPs. Types are given by full name, as in <c>TypeUse.Plain</c>.</summary>
/// <param name="Sop">The full name of its class.</param>
/// <param name="Id">Its stable name.</param>
public sealed record SopSummary(string Sop, string Id)
{
    /// <summary>The newest format. The generator writes it, and the reader can read it.</summary>
    public const int Format = 1;

    /// <summary>The version of its newest change, as written; null when there is none.</summary>
    public string? Version { get; init; }

    /// <summary>The fingerprint of what matters in it; null when not stated.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The type of the input of a run; null when a run needs none.</summary>
    public string? Input { get; init; }

    /// <summary>The facts about the SOP.</summary>
    public SopFacts Facts { get; init; }

    /// <summary>Where writes of its AI and automation can hurt.</summary>
    public Impact Writes { get; init; }

    /// <summary>Where these writes can hurt without an approval and outside any complete limit.</summary>
    public Impact UnapprovedWrites { get; init; }

    /// <summary>The SOPs that get the input of this SOP, or a value made from it, before anybody approved it.</summary>
    public EquatableArray<string> HandsOverUnapproved { get; init; }

    /// <summary>The SOPs that get work on a path that has neither a person nor a wait.</summary>
    public EquatableArray<string> HandsOverUnattended { get; init; }

    /// <summary>The types of the values of steps that are there whenever a run completes on a way that the declaration states.</summary>
    public EquatableArray<string> CompletesWith { get; init; }

    /// <summary>The types of the values that an AI of the SOP made and that nobody approved before the run completes.</summary>
    public EquatableArray<string> CompletesWithUnreviewed { get; init; }

    /// <summary>The types of the input, and of values made from it, that nobody approved before the run completes.</summary>
    public EquatableArray<string> PassesOnUnapproved { get; init; }

    /// <summary>The values that a person approved on each way to the completed end, once for each role that can have approved them last.</summary>
    public EquatableArray<ApprovedResult> ApprovedBy { get; init; }

    /// <summary>Where the writes can hurt that rest on the approval with which the input comes.</summary>
    public Impact ApprovedInputWrites { get; init; }

    /// <summary>The roles of the people whose writes rest on that approval, with the impacts of these writes.</summary>
    public EquatableArray<PersonsWrites> ApprovedInputWriters { get; init; }

    /// <summary>The SOPs with approved input that get work which rests on the same approval.</summary>
    public EquatableArray<string> PassesOnApproval { get; init; }

    /// <summary>Its definition as JSON; null when not stated.</summary>
    public string? Definition { get; init; }

    /// <summary>It is an idea, about which no rule reports anything.</summary>
    public bool IsIdea { get; init; }

    /// <summary>The summary of an SOP from its flow.</summary>
    /// <param name="graph">Its flow.</param>
    /// <returns>The summary, without fingerprint and definition.</returns>
    public static SopSummary Of(FlowGraph graph)
    {
        var sop = graph.Sop;
        return new SopSummary(sop.Class.FullName, sop.Id)
        {
            Version = sop.Version,
            Input = sop.Input is { CanBeData: true, CanBeNamed: true, IsUnknown: false } input ? input.Plain : null,
            IsIdea = sop.Stage == Stage.Idea,
        }.With(LocalFacts.Of(graph));
    }

    /// <summary>The same SOP with other facts.</summary>
    /// <param name="facts">The facts from its flow.</param>
    /// <returns>The summary.</returns>
    public SopSummary With(LocalFacts facts) => this with
    {
        Facts = facts.Facts,
        Writes = facts.Writes,
        UnapprovedWrites = facts.UnapprovedWrites,
        HandsOverUnapproved = facts.HandsOverUnapproved.Select(target => target.Type).ToEquatableArray(),
        HandsOverUnattended = facts.HandsOverUnattended.Select(target => target.Type).ToEquatableArray(),
        CompletesWith = facts.CompletesWith.Select(type => type.Plain).ToEquatableArray(),
        CompletesWithUnreviewed = facts.CompletesWithUnreviewed.Select(type => type.Plain).ToEquatableArray(),
        PassesOnUnapproved = facts.PassesOnUnapproved.Select(type => type.Plain).ToEquatableArray(),
        ApprovedBy = facts.ApprovedBy.Select(approved => new ApprovedResult(approved.Type.Plain, approved.Role with { Place = default })).ToEquatableArray(),
        ApprovedInputWrites = facts.ApprovedInputWrites,
        ApprovedInputWriters = facts.ApprovedInputWriters,
        PassesOnApproval = facts.PassesOnApproval.Select(target => target.Type).ToEquatableArray(),
    };

    /// <summary>The same SOP, with what people approved in it.</summary>
    /// <param name="graph">Its flow, with what other SOPs say about the results that it awaits.</param>
    /// <returns>The summary.</returns>
    internal SopSummary WithApprovals(FlowGraph graph) => this with
    {
        ApprovedBy = ApprovedResults.Of(graph).Select(approved => new ApprovedResult(approved.Type.Plain, approved.Role with { Place = default })).ToEquatableArray(),
    };

    /// <summary>
    /// Reads all summaries of an assembly about its own SOPs: the assembly that is being compiled, or a reference, which may be a reference assembly. Nobody but
    /// the assembly that declares an SOP can say what it does.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The summaries whose format this reader knows, in no particular order.</returns>
    public static IEnumerable<SopSummary> ReadAll(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(TypeOf(attribute)?.ContainingAssembly, assembly) && Read(attribute) is { } summary)
            {
                yield return summary;
            }
        }
    }

    /// <summary>The class that an attribute of an assembly is the summary of.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The class; null when the attribute is not a summary, or has a newer format than this reader knows.</returns>
    public static INamedTypeSymbol? TypeOf(AttributeData attribute) =>
        SopSymbols.Word(attribute) == "SopSummary"
        && attribute.ConstructorArguments is { Length: 2 } arguments
        && arguments[0] is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol sop }
        && arguments[1] is { Kind: TypedConstantKind.Primitive, Value: int and <= Format }
            ? sop
            : null;

    /// <summary>Reads a summary. A value that is missing or has no meaning is read as not stated.</summary>
    /// <param name="attribute">An attribute of an assembly.</param>
    /// <returns>The summary; null when the attribute is not a summary, or has a newer format than this reader knows.</returns>
    public static SopSummary? Read(AttributeData attribute)
    {
        if (TypeOf(attribute) is not { } sop)
        {
            return null;
        }

        var summary = new SopSummary(TypeNames.Plain(sop), "");
        foreach (var argument in attribute.NamedArguments)
        {
            summary = With(summary, argument.Key, argument.Value);
        }

        return summary.Id.Length > 0 ? summary : null;
    }

    private static SopSummary With(SopSummary summary, string name, TypedConstant value) => (name, value.Kind) switch
    {
        (nameof(Id), TypedConstantKind.Primitive) => summary with { Id = value.Value as string ?? "" },
        (nameof(Version), TypedConstantKind.Primitive) => summary with { Version = value.Value as string },
        (nameof(Fingerprint), TypedConstantKind.Primitive) => summary with { Fingerprint = value.Value as string },
        (nameof(Definition), TypedConstantKind.Primitive) => summary with { Definition = value.Value as string },
        (nameof(Input), TypedConstantKind.Type) => summary with { Input = NameOf(value) },
        (nameof(Facts), TypedConstantKind.Enum) => summary with { Facts = (SopFacts)Number(value) },
        (nameof(Writes), TypedConstantKind.Enum) => summary with { Writes = (Impact)Number(value) },
        (nameof(UnapprovedWrites), TypedConstantKind.Enum) => summary with { UnapprovedWrites = (Impact)Number(value) },
        (nameof(HandsOverUnapproved), TypedConstantKind.Array) => summary with { HandsOverUnapproved = NamesOf(value) },
        (nameof(HandsOverUnattended), TypedConstantKind.Array) => summary with { HandsOverUnattended = NamesOf(value) },
        (nameof(CompletesWith), TypedConstantKind.Array) => summary with { CompletesWith = NamesOf(value) },
        (nameof(CompletesWithUnreviewed), TypedConstantKind.Array) => summary with { CompletesWithUnreviewed = NamesOf(value) },
        (nameof(PassesOnUnapproved), TypedConstantKind.Array) => summary with { PassesOnUnapproved = NamesOf(value) },
        (nameof(ApprovedBy), TypedConstantKind.Array) => summary with { ApprovedBy = ApprovedOf(value).ToEquatableArray() },
        (nameof(ApprovedInputWrites), TypedConstantKind.Enum) => summary with { ApprovedInputWrites = (Impact)Number(value) },
        (nameof(ApprovedInputWriters), TypedConstantKind.Array) => summary with { ApprovedInputWriters = WritersOf(value).ToEquatableArray() },
        (nameof(PassesOnApproval), TypedConstantKind.Array) => summary with { PassesOnApproval = NamesOf(value) },
        _ => summary,
    };

    // Each type is followed by its role.
    private static IEnumerable<ApprovedResult> ApprovedOf(TypedConstant value)
    {
        foreach (var (type, role) in PairsOf(value))
        {
            if (NameOf(type) is { } name && role is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol named })
            {
                yield return new(name, PartyReader.Read(named, default, isForRules: false));
            }
        }
    }

    // Each role is followed by an impact.
    private static IEnumerable<PersonsWrites> WritersOf(TypedConstant value)
    {
        foreach (var (role, harm) in PairsOf(value))
        {
            if (role is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol named } && harm is { Kind: TypedConstantKind.Enum })
            {
                yield return new(PartyReader.Read(named, default, isForRules: false), (Impact)Number(harm));
            }
        }
    }

    private static IEnumerable<(TypedConstant First, TypedConstant Second)> PairsOf(TypedConstant value)
    {
        for (var i = 0; !value.IsNull && i + 1 < value.Values.Length; i += 2)
        {
            yield return (value.Values[i], value.Values[i + 1]);
        }
    }

    private static int Number(TypedConstant value) => value.Value as int? ?? 0;

    private static string? NameOf(TypedConstant value) => value is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? TypeNames.Plain(type) : null;

    private static EquatableArray<string> NamesOf(TypedConstant value) =>
        value.IsNull ? [] : value.Values.Select(NameOf).OfType<string>().ToEquatableArray();
}
