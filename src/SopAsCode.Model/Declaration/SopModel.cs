using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>
/// One SOP as its class declares it: values only, no symbol, node or location, so that two readings of the same declaration
/// compare equal. Texts are as written; <c>ShapeCheck</c> says which of them can't be used.
/// </summary>
public sealed record SopModel
{
    /// <summary>The class.</summary>
    public required SopClass Class { get; init; }

    /// <summary>The stable name.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>Where <c>[Sop]</c> stands.</summary>
    public required DeclarationPlace AttributePlace { get; init; }

    /// <summary>The id is written out, rather than made of the class name.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>Where it stands in its life.</summary>
    public Stage Stage { get; init; }

    /// <summary>Runs of it can start, or did: an idea waits for its decision, and without steps there is nothing to do.</summary>
    public bool HasRuns => Stage != Stage.Idea && Steps.Count > 0;

    /// <summary>Goal and output.</summary>
    public PurposeModel? Purpose { get; init; }

    /// <summary>The owner.</summary>
    public PartyModel? Owner { get; init; }

    /// <summary>The backup.</summary>
    public PartyModel? Backup { get; init; }

    /// <summary>The value stream.</summary>
    public PartyModel? ValueStream { get; init; }

    /// <summary>The part of the value stream.</summary>
    public string? Part { get; init; }

    /// <summary>Who has which other duty.</summary>
    public EquatableArray<DutyModel> Duties { get; init; }

    /// <summary>What starts a run.</summary>
    public EquatableArray<TriggerModel> Triggers { get; init; }

    /// <summary>What it does not cover.</summary>
    public EquatableArray<OutOfScopeModel> OutOfScope { get; init; }

    /// <summary>What must be there before a run.</summary>
    public EquatableArray<string> Prerequisites { get; init; }

    /// <summary>The pilot it is in.</summary>
    public PilotModel? Pilot { get; init; }

    /// <summary>How good a candidate the work is.</summary>
    public AssessmentModel? Assessment { get; init; }

    /// <summary>What else there is to say.</summary>
    public RemarksModel Remarks { get; init; } = new();

    /// <summary>What the policy says that an SOP and its page need.</summary>
    public HouseModel House { get; init; } = new();

    /// <summary>What a good result looks like.</summary>
    public EquatableArray<string> Checklist { get; init; }

    /// <summary>How the team knows that it works.</summary>
    public EquatableArray<MetricModel> Metrics { get; init; }

    /// <summary>How often it is looked at again.</summary>
    public ReviewModel? Review { get; init; }

    /// <summary>The manual path.</summary>
    public FallbackModel? Fallback { get; init; }

    /// <summary>How customers are told that AI helped: its own decision, else the policy's.</summary>
    public DisclosureModel? Disclosure { get; init; }

    /// <summary>The change log, as written.</summary>
    public EquatableArray<ChangeModel> Changes { get; init; }

    /// <summary>The change log, newest version first.</summary>
    public IEnumerable<ChangeModel> ChangesNewestFirst =>
        Changes.OrderByDescending(change => System.Version.TryParse(change.Version, out var version) ? version : new());

    /// <summary>The version of the newest change; null when there is none.</summary>
    public string? Version => ChangesNewestFirst.FirstOrDefault()?.Version;

    /// <summary>The day of the newest change; null when none can be read.</summary>
    public DateTime? LastChanged => Changes.Select(change => IsoDay.Of(change.Date)).Max();

    /// <summary>What the SOP was granted.</summary>
    public EquatableArray<GrantModel> Grants { get; init; }

    /// <summary>The file that declares it, as the compiler knows it; empty when it has none.</summary>
    public string File { get; init; } = "";

    /// <summary>The type of the run's input; null when a run needs none.</summary>
    public TypeUse? Input { get; init; }

    /// <summary>The properties of the input that are marked as its key; one, where the shape is sound.</summary>
    public IEnumerable<DataProperty> Keys =>
        Data.FirstOrDefault(data => data.Type.Key == Input?.Key)?.Properties.Where(property => property.IsKey) ?? [];

    /// <summary>What the constructor asks for.</summary>
    public EquatableArray<TypeUse> Services { get; init; }

    /// <summary>The steps, in the order of the source.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <summary>The conditions, in the order of the source.</summary>
    public EquatableArray<ConditionModel> Conditions { get; init; }

    /// <summary>What the steps pass on, and everything inside it.</summary>
    public EquatableArray<DataModel> Data { get; init; }

    /// <summary>Things that can't be said as a model: a second step attribute, a step elsewhere.</summary>
    public EquatableArray<OddityModel> Oddities { get; init; }

    /// <summary>
    /// Methods with an attribute that the compiler does not know. What they are shows when the attribute is finished; until then
    /// rules about what is missing keep quiet.
    /// </summary>
    public EquatableArray<string> Unfinished { get; init; }

    /// <summary>A grant is still being typed, for whichever SOP; until it is finished, rules about a missing one keep quiet.</summary>
    public bool HasUnfinishedGrant { get; init; }

    /// <summary>Whether a hand-off starts one run of the other SOP for each element of a list that its own body gives.</summary>
    /// <param name="step">The step.</param>
    /// <returns>False where it starts one run, or is no hand-off.</returns>
    public bool HandsOverEach(StepModel step) => step is { Handoff: { } handoff, Method: { NeedsBody: false, Result: { } result } }
        && result.Key != handoff.Target.Input?.Key
        && Data.Any(data => data.Type.Key == result.Key && data.Kind == DataKind.List);
}

/// <summary>The class that declares an SOP.</summary>
public sealed record SopClass
{
    /// <summary>Its namespace, as code writes it; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>How generated code names it: <c>global::Acme.SupportTriage</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Namespace, outer types and name, with dots.</summary>
    public required string FullName { get; init; }

    /// <summary>How generated code opens it and the types around it, outermost first: <c>partial class Outer</c>.</summary>
    public required EquatableArray<string> Openings { get; init; }

    /// <summary>Generated code can open it: everything around it, and itself, is partial.</summary>
    public required bool CanBeOpened { get; init; }

    /// <summary>What keeps it from being an SOP.</summary>
    public required ClassShape Shape { get; init; }

    /// <summary>It has an attribute that does not compile; until that is finished, rules about a missing one keep quiet.</summary>
    public bool HasUnfinishedAttribute { get; init; }

    /// <summary>The members it declares or inherits by name, other than steps and conditions.</summary>
    public EquatableArray<string> OtherMembers { get; init; }
}

/// <summary>What can keep a class from being an SOP.</summary>
[Flags]
public enum ClassShape
{
    /// <summary>Nothing.</summary>
    Fine = 0,

    /// <summary>Not partial.</summary>
    NotPartial = 1,

    /// <summary>Not derived from the base.</summary>
    NotDerived = 2,

    /// <summary>Type parameters, its own or of a type around it.</summary>
    Generic = 4,

    /// <summary>Abstract.</summary>
    Abstract = 8,

    /// <summary>Static.</summary>
    Static = 16,

    /// <summary>A record.</summary>
    Record = 32,

    /// <summary>File-local, itself or a type around it.</summary>
    FileLocal = 64,

    /// <summary>Private or protected, itself or a type around it.</summary>
    Hidden = 128,

    /// <summary>Nested in a type that is not partial.</summary>
    OuterNotPartial = 256,

    /// <summary>Several constructors a host could call.</summary>
    SeveralConstructors = 512,

    /// <summary>Members that whoever makes an instance must set.</summary>
    RequiredMembers = 1024,
}

/// <summary>What the reader met that no model can say.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where.</param>
/// <param name="Name">The method it is about.</param>
/// <param name="Detail">More words for the message.</param>
public sealed record OddityModel(OddityKind Kind, DeclarationPlace Place, string Name, string Detail = "");

/// <summary>Kinds of <see cref="OddityModel"/>.</summary>
public enum OddityKind
{
    /// <summary>A method with two step attributes.</summary>
    TwoStepAttributes,

    /// <summary>A step in another declaration of the class than the first one.</summary>
    StepElsewhere,

    /// <summary>An attribute that says something about a step, on a method that is none.</summary>
    AttributeWithoutStep,

    /// <summary>An attribute that means nothing on this kind of step.</summary>
    AttributeOnWrongKind,

    /// <summary>An attribute of steps on a condition.</summary>
    AttributeOnCondition,
}

/// <summary>A role, agent, tool or value stream.</summary>
/// <param name="Type">Its type, with namespace.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Place">Where it is named.</param>
public sealed record PartyModel(string Type, string Title, DeclarationPlace Place)
{
    /// <summary>The name of its type.</summary>
    public string Name => Naming.Simple(Type);

    /// <summary>It is a role of a person: a class of the team that exists and derives from it.</summary>
    public bool IsRole { get; init; }

    /// <summary>It is the class that roles derive from, which is nobody's.</summary>
    public bool IsRoleItself { get; init; }

    /// <summary>The model of an agent.</summary>
    public string? Model { get; init; }

    /// <summary>Who runs the model of an agent.</summary>
    public string? Provider { get; init; }

    /// <summary>What it is, in a sentence or two.</summary>
    public string? Description { get; init; }

    /// <summary>The links of a tool.</summary>
    public EquatableArray<LinkModel> Links { get; init; }

    /// <summary>Where writes to a tool can hurt.</summary>
    public Impact? Touches { get; init; }

    /// <summary>The highest class of data in a tool.</summary>
    public DataClass? Holds { get; init; }

    /// <summary>What a tool passes on by itself.</summary>
    public EquatableArray<FeedModel> Feeds { get; init; }

    /// <summary>Its class has an attribute that does not compile; until that is finished, rules about a missing one keep quiet.</summary>
    public bool HasUnfinishedAttribute { get; init; }
}

/// <summary>Goal and output.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Output">The output.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PurposeModel(string Goal, string? Output, DeclarationPlace Place);

/// <summary>A metric.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Name">The name people use.</param>
/// <param name="Baseline">Before; NaN when not stated.</param>
/// <param name="Target">To reach; NaN when not stated.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Place">Where it stands.</param>
public sealed record MetricModel(Measure Measure, string Name, double Baseline, double Target, string? Unit, DeclarationPlace Place);

/// <summary>The review.</summary>
/// <param name="Cadence">How often.</param>
/// <param name="Last">The day of the last one, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ReviewModel(Cadence Cadence, string? Last, DeclarationPlace Place)
{
    /// <summary>The day of the next review.</summary>
    /// <param name="last">The day of the last one.</param>
    /// <returns>The day; null when the calendar has none, or the cadence is no cadence.</returns>
    public DateTime? After(DateTime last) => last > DateTime.MaxValue.AddYears(-2) ? null : Cadence switch
    {
        Cadence.Weekly => last.AddDays(7),
        Cadence.Biweekly => last.AddDays(14),
        Cadence.Monthly => last.AddMonths(1),
        Cadence.Quarterly => last.AddMonths(3),
        Cadence.Yearly => last.AddYears(1),
        _ => null,
    };
}

/// <summary>The manual path.</summary>
/// <param name="How">What the person does.</param>
/// <param name="SwitchWhen">When to switch to it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FallbackModel(string How, string? SwitchWhen, DeclarationPlace Place);

/// <summary>A link.</summary>
/// <param name="Title">What it leads to.</param>
/// <param name="Url">The address.</param>
public sealed record LinkModel(string Title, string Url);

/// <summary>An entry of the change log.</summary>
/// <param name="Version">The version, as written.</param>
/// <param name="Date">The day, as written.</param>
/// <param name="What">What changed.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Moves">Where running ones stand now, as written.</param>
public sealed record ChangeModel(string Version, string Date, string What, DeclarationPlace Place, string? Moves = null);

/// <summary>A grant of this SOP.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Impact">Where writes may hurt.</param>
/// <param name="By">The role that grants it.</param>
/// <param name="On">Since when, as written.</param>
/// <param name="Until">The last day, as written.</param>
/// <param name="Because">Why.</param>
public sealed record GrantModel(PartyModel Tool, Impact Impact, PartyModel? By, string? On, string? Until, string? Because);

/// <summary>A condition.</summary>
public sealed record ConditionModel
{
    /// <summary>The method.</summary>
    public required string Name { get; init; }

    /// <summary>What it means.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeclarationPlace Place { get; init; }

    /// <summary>What it reads.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>It is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>It returns bool, by value, without waiting; or a type that does not exist, about which the compiler speaks.</summary>
    public bool ReturnsBool { get; init; }

    /// <summary>It has type parameters.</summary>
    public bool IsGeneric { get; init; }
}
