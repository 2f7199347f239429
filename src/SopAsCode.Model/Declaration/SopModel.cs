using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>
/// One SOP as its class declares it. It holds values only, no symbol, node or location, so that two readings of the same
/// declaration are equal. Texts are as written; <c>ShapeCheck</c> reports the texts that can't be used.
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

    /// <summary>The id is stated, and not made from the class name.</summary>
    public bool HasOwnId { get; init; }

    /// <summary>The stage it has reached in its life.</summary>
    public Stage Stage { get; init; }

    /// <summary>Runs of it can start, or have started. An idea is not decided yet, and an SOP without steps has nothing to do.</summary>
    public bool HasRuns => Stage != Stage.Idea && Steps.Count > 0;

    /// <summary>Goal and output.</summary>
    public PurposeModel? Purpose { get; init; }

    /// <summary>The owner.</summary>
    public PartyModel? Owner { get; init; }

    /// <summary>The backup.</summary>
    public PartyModel? Backup { get; init; }

    /// <summary>The roles that derive from a role of its people, and so may do what that role may; by title.</summary>
    public EquatableArray<PartyModel> Seniors { get; init; }

    /// <summary>The value stream.</summary>
    public PartyModel? ValueStream { get; init; }

    /// <summary>The part of the value stream.</summary>
    public string? Part { get; init; }

    /// <summary>The other duties, and who has them.</summary>
    public EquatableArray<DutyModel> Duties { get; init; }

    /// <summary>What starts a run.</summary>
    public EquatableArray<TriggerModel> Triggers { get; init; }

    /// <summary>The steps at which runs may begin, the first step first.</summary>
    public IEnumerable<string> Entries => Steps.Take(1).Select(step => step.Name)
        .Concat(Triggers.Select(trigger => trigger.Start?.Name).OfType<string>().Where(name => Steps.Any(step => step.Name == name)))
        .Distinct(StringComparer.Ordinal);

    /// <summary>What it does not cover.</summary>
    public EquatableArray<OutOfScopeModel> OutOfScope { get; init; }

    /// <summary>What must be ready before a run.</summary>
    public EquatableArray<string> Prerequisites { get; init; }

    /// <summary>The pilot it is in.</summary>
    public PilotModel? Pilot { get; init; }

    /// <summary>How good a candidate the work is.</summary>
    public AssessmentModel? Assessment { get; init; }

    /// <summary>What else it tells its readers.</summary>
    public RemarksModel Remarks { get; init; } = new();

    /// <summary>What an SOP and its page need from the policy.</summary>
    public HouseModel House { get; init; } = new();

    /// <summary>The hours that count in place of the policy's; null when the policy's count.</summary>
    public OfficeHoursModel? OwnHours { get; init; }

    /// <summary>The time within which a run must be done.</summary>
    public DueModel? Due { get; init; }

    /// <summary>How long before that time the owner is reminded.</summary>
    public EquatableArray<DueModel> Reminders { get; init; }

    /// <summary>What a good result looks like, in groups.</summary>
    public EquatableArray<ChecklistModel> Checklists { get; init; }

    /// <summary>The parts of the page that this kind of work needs.</summary>
    public EquatableArray<SectionModel> Sections { get; init; }

    /// <summary>How the team knows that it works.</summary>
    public EquatableArray<MetricModel> Metrics { get; init; }

    /// <summary>How often it is reviewed.</summary>
    public ReviewModel? Review { get; init; }

    /// <summary>The manual path.</summary>
    public FallbackModel? Fallback { get; init; }

    /// <summary>How the team tells customers that AI helped: the decision of the SOP itself, or else of the policy.</summary>
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

    /// <summary>The grants of the SOP.</summary>
    public EquatableArray<GrantModel> Grants { get; init; }

    /// <summary>Whether its project uses the runtime, which records its runs.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>The file that declares it, as the compiler knows it; empty when it has none.</summary>
    public string File { get; init; } = "";

    /// <summary>The name of the file beside the class that holds a part of its words; null when there is none.</summary>
    public string? WordsFile { get; init; }

    /// <summary>The type of the run's input; null when a run needs none.</summary>
    public TypeUse? Input { get; init; }

    /// <summary>Runs start by hand-off only, and what is handed over is approved.</summary>
    public bool HasApprovedInput { get; init; }

    /// <summary>Where it says that its input is approved.</summary>
    public DeclarationPlace ApprovedInputPlace { get; init; }

    /// <summary>The properties of the input that are marked as its key; at most one in a valid SOP.</summary>
    public IEnumerable<DataProperty> Keys =>
        Data.FirstOrDefault(data => data.Type.Key == Input?.Key)?.Properties.Where(property => property.IsKey) ?? [];

    /// <summary>The parameters of the constructor.</summary>
    public EquatableArray<ServiceModel> Services { get; init; }

    /// <summary>The steps, in the order of the source.</summary>
    public EquatableArray<StepModel> Steps { get; init; }

    /// <summary>What the messages of the SOP itself can name: the parameters of its steps, unless two of one name have different types.</summary>
    public EquatableArray<ParameterModel> TemplateParameters => Steps
        .SelectMany(step => step.Method.Parameters)
        .Where(parameter => parameter.Role == ParameterRole.Value)
        .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
        .Where(same => same.Select(parameter => parameter.Type.Key).Distinct(StringComparer.Ordinal).Count() == 1)
        .Select(same => same.First())
        .ToEquatableArray();

    /// <summary>The conditions, in the order of the source.</summary>
    public EquatableArray<ConditionModel> Conditions { get; init; }

    /// <summary>The methods that say a time, in the order of the source.</summary>
    public EquatableArray<ConditionModel> Times { get; init; }

    /// <summary>Everything that is asked about a run: the conditions and the times.</summary>
    public IEnumerable<ConditionModel> Questions => Conditions.Concat(Times);

    /// <summary>The types that the steps pass on, and all types inside them.</summary>
    public EquatableArray<DataModel> Data { get; init; }

    /// <summary>Mistakes that the model can't express: a second step attribute, or a step in another declaration.</summary>
    public EquatableArray<OddityModel> Oddities { get; init; }

    /// <summary>Numbers in its attributes that stand for no value of their enum.</summary>
    public EquatableArray<UnknownValue> UnknownValues { get; init; }

    /// <summary>
    /// Methods with an attribute that the compiler does not know. It is not known what they are until somebody finishes the
    /// attribute, so rules about missing things report nothing.
    /// </summary>
    public EquatableArray<string> Unfinished { get; init; }

    /// <summary>Somebody is still typing a grant for some SOP, so rules about a missing grant report nothing.</summary>
    public bool HasUnfinishedGrant { get; init; }

    /// <summary>Whether a hand-off starts one run of the other SOP for each element of a list that its body returns.</summary>
    /// <param name="step">The step.</param>
    /// <returns>False when it starts one run, or is not a hand-off.</returns>
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

    /// <summary>How generated code declares its part of the class and of the types around it, outermost first: <c>partial class Outer</c>.</summary>
    public required EquatableArray<string> Openings { get; init; }

    /// <summary>
    /// Generated code can name it and the types around it. Where one of them is not partial the compiler then says exactly that; without a part of the
    /// generator it says of each step that it has no body.
    /// </summary>
    public required bool CanBeOpened { get; init; }

    /// <summary>The reasons why it can't be an SOP.</summary>
    public required ClassShape Shape { get; init; }

    /// <summary>It has an attribute that does not compile yet, so rules about a missing attribute report nothing.</summary>
    public bool HasUnfinishedAttribute { get; init; }

    /// <summary>The members it declares or inherits by name, other than steps and conditions.</summary>
    public EquatableArray<string> OtherMembers { get; init; }

    /// <summary>The names that it writes and that mean something else inside it than its author thinks.</summary>
    public EquatableArray<HiddenName> HiddenNames { get; init; }
}

/// <summary>A name that an SOP writes and that something else hides.</summary>
/// <param name="Name">The name: <c>Impact</c>, <c>State</c>.</param>
/// <param name="Written">How it is written: <c>Impact.Money</c>.</param>
/// <param name="Hider">The type that hides it, with its namespace; empty when a member of the class does.</param>
/// <param name="IsStep">The member is a step or a condition.</param>
public sealed record HiddenName(string Name, string Written, string Hider, bool IsStep);

/// <summary>What a host passes to the constructor of an SOP.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Key">The key under which it is registered, as code; null when it has none.</param>
/// <param name="Default">What is passed when the host has none, as code; null when it must have one.</param>
public sealed record ServiceModel(TypeUse Type, string? Key, string? Default);

/// <summary>The reasons why a class can't be an SOP.</summary>
[Flags]
public enum ClassShape
{
    /// <summary>Nothing.</summary>
    Fine = 0,

    /// <summary>Not partial.</summary>
    NotPartial = 1,

    /// <summary>Not derived from the base.</summary>
    NotDerived = 2,

    /// <summary>It, or a type around it, has type parameters.</summary>
    Generic = 4,

    /// <summary>Abstract.</summary>
    Abstract = 8,

    /// <summary>Static.</summary>
    Static = 16,

    /// <summary>A record.</summary>
    Record = 32,

    /// <summary>It, or a type around it, is file-local.</summary>
    FileLocal = 64,

    /// <summary>It, or a type around it, is private or protected.</summary>
    Hidden = 128,

    /// <summary>Nested in a type that is not partial.</summary>
    OuterNotPartial = 256,

    /// <summary>Several constructors a host could call.</summary>
    SeveralConstructors = 512,

    /// <summary>It has required members that the creator of an instance must set.</summary>
    RequiredMembers = 1024,

    /// <summary>It derives from another SOP.</summary>
    DerivedFromSop = 2048,

    /// <summary>A struct or an interface.</summary>
    NotClass = 4096,

    /// <summary>Its constructor takes what no host can pass.</summary>
    UnservedParameter = 8192,
}

/// <summary>A mistake that the reader found and that the model can't express.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where.</param>
/// <param name="Name">The method it is about.</param>
/// <param name="Detail">More words for the message.</param>
public sealed record OddityModel(OddityKind Kind, DeclarationPlace Place, string Name, string Detail = "");

/// <summary>A number in an attribute that stands for no value of its enum.</summary>
/// <param name="Word">The attribute, without its suffix.</param>
/// <param name="Enum">The enum.</param>
/// <param name="Number">What no value of the enum has: the number, or some of its bits.</param>
/// <param name="Place">Where it stands.</param>
public sealed record UnknownValue(string Word, string Enum, long Number, DeclarationPlace Place);

/// <summary>Kinds of <see cref="OddityModel"/>.</summary>
public enum OddityKind
{
    /// <summary>A method with two step attributes.</summary>
    TwoStepAttributes,

    /// <summary>A step in another declaration of the class than the first one.</summary>
    StepElsewhere,

    /// <summary>An attribute for steps on a method that is not a step.</summary>
    AttributeWithoutStep,

    /// <summary>An attribute that has no meaning on this kind of step.</summary>
    AttributeOnWrongKind,

    /// <summary>An attribute of steps on a condition.</summary>
    AttributeOnCondition,

    /// <summary>A parameter that is marked as context, where nobody approves it.</summary>
    ContextElsewhere,
}

/// <summary>A role, agent, tool or value stream.</summary>
/// <param name="Type">Its type, with namespace.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Place">Where it is named.</param>
public sealed record PartyModel(string Type, string Title, DeclarationPlace Place)
{
    /// <summary>The name of its type.</summary>
    public string Name => Naming.Simple(Type);

    /// <summary>It is a role of a person: an existing class of the team that derives from <c>Role</c>.</summary>
    public bool IsRole { get; init; }

    /// <summary>It is the class <c>Role</c> itself, which is nobody's role.</summary>
    public bool IsRoleItself { get; init; }

    /// <summary>Code outside its class and file can name it.</summary>
    public bool CanBeNamed { get; init; } = true;

    /// <summary>The roles it derives from, the nearest first: whoever holds it may do what they may.</summary>
    public EquatableArray<string> Bases { get; init; }

    /// <summary>The model of an agent.</summary>
    public string? Model { get; init; }

    /// <summary>Who runs the model of an agent.</summary>
    public string? Provider { get; init; }

    /// <summary>What it is, in one or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The links of a tool.</summary>
    public EquatableArray<LinkModel> Links { get; init; }

    /// <summary>Where writes to a tool can hurt.</summary>
    public Impact? Touches { get; init; }

    /// <summary>The highest class of data in a tool.</summary>
    public DataClass? Holds { get; init; }

    /// <summary>What a tool passes on by itself.</summary>
    public EquatableArray<FeedModel> Feeds { get; init; }

    /// <summary>Its class has an attribute that does not compile yet, so rules about a missing attribute report nothing.</summary>
    public bool HasUnfinishedAttribute { get; init; }

    /// <summary>Whether whoever holds this role may do what another role may: it is that role, or derives from it.</summary>
    /// <param name="role">The full name of the other role.</param>
    /// <returns>True when it is.</returns>
    public bool Covers(string role) => Type == role || Bases.Contains(role, StringComparer.Ordinal);
}

/// <summary>Goal and output.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Output">The output.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PurposeModel(string Goal, string? Output, DeclarationPlace Place);

/// <summary>A metric.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Name">The name people use.</param>
/// <param name="Baseline">The value before the SOP; NaN when not stated.</param>
/// <param name="Target">The value to reach; NaN when not stated.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Place">Where it stands.</param>
public sealed record MetricModel(Measure Measure, string Name, double Baseline, double Target, string? Unit, DeclarationPlace Place)
{
    /// <summary>The step at which a cycle time ends; null for the end of the run.</summary>
    public StepReference? Until { get; init; }
}

/// <summary>The review.</summary>
/// <param name="Cadence">How often.</param>
/// <param name="Last">The day of the last review, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ReviewModel(Cadence Cadence, string? Last, DeclarationPlace Place)
{
    /// <summary>The day of the next review.</summary>
    /// <param name="last">The day of the last review.</param>
    /// <returns>The day; null when the calendar does not have the day, or the cadence is not valid.</returns>
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
/// <param name="Moves">Where runs continue whose step was renamed or removed, as written.</param>
public sealed record ChangeModel(string Version, string Date, string What, DeclarationPlace Place, string? Moves = null);

/// <summary>A grant of this SOP.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Impact">Where writes may hurt.</param>
/// <param name="By">The role that grants it.</param>
/// <param name="On">The first day it holds, as written.</param>
/// <param name="Until">The last day, as written.</param>
/// <param name="Because">Why.</param>
public sealed record GrantModel(PartyModel Tool, Impact Impact, PartyModel? By, string? On, string? Until, string? Because);

/// <summary>A condition, or a method that says a time.</summary>
public sealed record ConditionModel
{
    /// <summary>It says a time.</summary>
    public bool IsTime { get; init; }

    /// <summary>What people call it: <c>condition</c>, <c>time</c>.</summary>
    public string Noun => IsTime ? "time" : "condition";

    /// <summary>It returns a <c>TimeSpan</c> or a <c>DateTimeOffset</c>; or a type that does not exist, which the compiler reports.</summary>
    public bool ReturnsTime { get; init; }

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

    /// <summary>It returns a plain <c>bool</c>, not a reference or a task; or a type that does not exist, which the compiler reports.</summary>
    public bool ReturnsBool { get; init; }

    /// <summary>It is partial, and nobody writes its body.</summary>
    public bool HasNoBody { get; init; }

    /// <summary>It has type parameters.</summary>
    public bool IsGeneric { get; init; }
}
