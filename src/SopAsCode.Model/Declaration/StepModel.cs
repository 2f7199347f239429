using SopAsCode.Model.Language;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>One step as its method declares it.</summary>
public sealed record StepModel
{
    /// <summary>The method.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the method among the marked methods with its name.</summary>
    public required int Overload { get; init; }

    /// <summary>What to do.</summary>
    public required string Title { get; init; }

    /// <summary>Who or what does it.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>What is true of all steps of its kind.</summary>
    public StepKindTraits Traits => StepKinds.Of(Kind);

    /// <summary>Where the step attribute stands.</summary>
    public required DeclarationPlace Place { get; init; }

    /// <summary>The role or agent.</summary>
    public PartyModel? Performer { get; init; }

    /// <summary>The level of an AI step.</summary>
    public Level Level { get; init; } = Level.ReadOnly;

    /// <summary>How many different people must approve at a checkpoint, as written.</summary>
    public int Approvals { get; init; } = 1;

    /// <summary>The step whose doers may not answer at a checkpoint; null when none is named.</summary>
    public StepReference? NotBy { get; init; }

    /// <summary>An AI in another product does it.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The method's signature.</summary>
    public required MethodModel Method { get; init; }

    /// <summary>The prompt.</summary>
    public PromptModel? Prompt { get; init; }

    /// <summary>The tools that it may use.</summary>
    public EquatableArray<AccessModel> Access { get; init; }

    /// <summary>Where the run goes on completion or approval.</summary>
    public EquatableArray<NextModel> Next { get; init; }

    /// <summary>Where a reject goes.</summary>
    public RejectModel? OnReject { get; init; }

    /// <summary>Where a time-out goes.</summary>
    public StepReference? OnTimeout { get; init; }

    /// <summary>Where a failure goes.</summary>
    public FailureModel? OnFailure { get; init; }

    /// <summary>The time within which it must be done.</summary>
    public DueModel? Due { get; init; }

    /// <summary>How long before that time whoever must act is reminded.</summary>
    public EquatableArray<DueModel> Reminders { get; init; }

    /// <summary>How long it waits for time to pass, if it does not wait for an event.</summary>
    public DueModel? After { get; init; }

    /// <summary>The SOPs it hands work to: one, or several that it waits for.</summary>
    public EquatableArray<HandoffModel> Handoffs { get; init; }

    /// <summary>The SOP it hands work to, the first of several; null for the other kinds.</summary>
    public HandoffModel? Handoff => Handoffs.Count > 0 ? Handoffs[0] : null;

    /// <summary>The hand-off to an SOP that takes its input as approved; null when there is none.</summary>
    public HandoffModel? ApprovedHandoff => Handoffs.FirstOrDefault(handoff => handoff.Target.HasApprovedInput);

    /// <summary>Everything that it brings back from other SOPs was approved there.</summary>
    public bool BringsBackApproved => Handoffs.Any(handoff => handoff.ApprovedBy.Count > 0) && Handoffs.All(handoff => handoff.Result is null || handoff.ApprovedBy.Count > 0);

    /// <summary>It waits for the SOPs it hands work to.</summary>
    public bool IsAwaiting => Handoffs.Any(handoff => handoff.Wait);

    /// <summary>The limit of its autonomy.</summary>
    public LimitModel? Limit { get; init; }

    /// <summary>What a person must tick, in groups.</summary>
    public EquatableArray<ChecklistModel> Checklists { get; init; }

    /// <summary>What a person must tick, all groups together.</summary>
    public IEnumerable<string> Checklist => Checklists.SelectMany(group => group.Items);

    /// <summary>The tasks of people that are done beside it.</summary>
    public EquatableArray<MeanwhileModel> Meanwhile { get; init; }

    /// <summary>Who looks at samples.</summary>
    public SpotCheckModel? SpotCheck { get; init; }

    /// <summary>The rules that the AI must follow.</summary>
    public EquatableArray<string> Guardrails { get; init; }

    /// <summary>What the AI or automation is known to get wrong.</summary>
    public EquatableArray<LimitationModel> Limitations { get; init; }

    /// <summary>The texts of the attributes that hold only a text, in the order of the source.</summary>
    public EquatableArray<StepText> Texts { get; init; }

    /// <summary>How to do it.</summary>
    public string? Instructions => TextOf(nameof(Instructions));

    /// <summary>What else it tells its readers.</summary>
    public RemarksModel Remarks { get; init; } = new();

    /// <summary>It has an attribute that does not compile yet, so rules about a missing attribute report nothing.</summary>
    public bool HasUnfinishedAttribute { get; init; }

    /// <summary>It waits for a person, an outside automation, the outside world or another SOP.</summary>
    public bool Waits => Traits.Waits switch
    {
        Waiting.Always => true,
        Waiting.WithoutBody => Method is { IsPartial: true, HasOwnImplementation: false },
        Waiting.WhereStated => IsAwaiting || IsOutside,
        _ => false,
    };

    /// <summary>The words for the step at the start of a sentence in pages and messages: <c>Outside automation</c>.</summary>
    public string Noun => Waits ? Traits.WaitingNoun : Traits.Noun;

    /// <summary>It can fail. A step of a person and a wait can't fail.</summary>
    public bool CanFail => Traits.CanFail;

    /// <summary>The types whose current values it makes when it is completed or approved.</summary>
    public EquatableArray<TypeUse> Makes =>
        Kind == StepKind.Handoff ? Handoffs.Select(handoff => handoff.Result).OfType<TypeUse>().ToEquatableArray()
        : Method.Elements.Count > 0 ? Method.Elements
        : Method.Result is { } made ? [made] : [];

    /// <summary>The values that a checkpoint asks to approve: those it shows, without what it shows for context only.</summary>
    public IEnumerable<ParameterModel> Approved =>
        Kind == StepKind.Checkpoint ? Method.Parameters.Where(parameter => parameter is { Role: ParameterRole.Value, IsShownOnly: false }) : [];

    /// <summary>It is a checkpoint that shows values for context only, and hands back none, so its approval releases nothing.</summary>
    public bool ApprovesNothing => Kind == StepKind.Checkpoint && Method.Parameters.Any(static parameter => parameter.IsShownOnly) && Makes.Count == 0 && !Approved.Any();

    /// <summary>The trigger that completes or approves it.</summary>
    public SopTrigger Forward => Traits.Forward;

    /// <summary>
    /// An AI or automation writes in it where the write can hurt or can't be undone. A write of a person is that person's own act and does not count.
    /// </summary>
    public bool HasWriteEffect => Traits.IsByMachine && Access.Any(access => access.HasEffect);

    /// <summary>It makes such a write, and no complete limit replaces the approval of a person.</summary>
    public bool NeedsApproval => HasWriteEffect && Limit is not { IsComplete: true };

    /// <summary>The text of an attribute that holds only a text.</summary>
    /// <param name="word">The attribute without its suffix.</param>
    /// <returns>The text; null when the step does not have the attribute.</returns>
    public string? TextOf(string word) => Texts.FirstOrDefault(text => text.Word == word)?.Text;

    /// <summary>The name of the method.</summary>
    public DeclarationPlace NamePlace => new(Name, Overload);
}

/// <summary>The text of an attribute that holds only a text about a step.</summary>
/// <param name="Word">The attribute without its suffix: <c>Instructions</c>.</param>
/// <param name="Text">The text.</param>
public sealed record StepText(string Word, string Text);

/// <summary>A reference to a step, an end or the manual path.</summary>
/// <param name="Name">The name, or one of the constants.</param>
/// <param name="IsLiteral">It is written as text although it should be <c>nameof</c>.</param>
/// <param name="Place">Where it stands.</param>
public sealed record StepReference(string Name, bool IsLiteral, DeclarationPlace Place)
{
    /// <summary>It does not compile. The compiler reports this, and rules report nothing about it.</summary>
    public bool IsUnknown { get; init; }
}

/// <summary>A path to the next step.</summary>
/// <param name="Step">Where the run goes.</param>
/// <param name="When">The condition; null for the entry without a condition.</param>
/// <param name="AtMost">How often it may be taken; 0 for any number of times.</param>
/// <param name="Then">Where the run goes after that.</param>
/// <param name="Place">Where it stands.</param>
public sealed record NextModel(StepReference Step, StepReference? When, int AtMost, StepReference? Then, DeclarationPlace Place);

/// <summary>The path of a reject.</summary>
/// <param name="Step">Where the run goes.</param>
/// <param name="AtMost">How often it may be taken; 0 for any number of times.</param>
/// <param name="Then">Where the run goes after that.</param>
/// <param name="Place">Where it stands.</param>
public sealed record RejectModel(StepReference Step, int AtMost, StepReference? Then, DeclarationPlace Place);

/// <summary>The path of a failure.</summary>
/// <param name="Step">Where the run goes.</param>
/// <param name="Retries">How many further attempts are made before that.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FailureModel(StepReference Step, int Retries, DeclarationPlace Place);

/// <summary>The time a step has.</summary>
/// <param name="Minutes">Minutes.</param>
/// <param name="Hours">Hours.</param>
/// <param name="Days">Days.</param>
/// <param name="Place">Where it stands.</param>
public sealed record DueModel(int Minutes, int Hours, int Days, DeclarationPlace Place)
{
    /// <summary>The method that says the time; null when it is stated.</summary>
    public StepReference? By { get; init; }

    /// <summary>The sum of minutes, hours and days, in minutes.</summary>
    public long TotalMinutes => Minutes + (60L * Hours) + (24L * 60 * Days);
}

/// <summary>A task of a person beside a step.</summary>
/// <param name="Role">Who does it.</param>
/// <param name="Title">What to do.</param>
/// <param name="Until">The step that is not completed before it is ticked off; null when it is the step itself.</param>
/// <param name="Every">After how many minutes it is to be done again; 0 when once is enough.</param>
/// <param name="Place">Where it stands.</param>
public sealed record MeanwhileModel(PartyModel Role, string Title, StepReference? Until, int Every, DeclarationPlace Place);

/// <summary>The limit of a step's autonomy.</summary>
/// <param name="Text">In words.</param>
/// <param name="When">The condition.</param>
/// <param name="PerDay">Starts per day; 0 for any number.</param>
/// <param name="Else">Where the run goes outside the limit.</param>
/// <param name="Since">The day since which the limit holds, as written.</param>
/// <param name="Evidence">What shows that the step earned it.</param>
/// <param name="Place">Where it stands.</param>
public sealed record LimitModel(
    string Text, StepReference? When, int PerDay, StepReference? Else, string? Since, string? Evidence, DeclarationPlace Place)
{
    /// <summary>It has a condition or a count that the machine can check. Without both it is only text, and the step always starts.</summary>
    public bool IsAsked => When is not null || PerDay > 0;

    /// <summary>
    /// No AI made a value that the step takes, and none decided that the run comes to it, so there is nothing that a condition would have to ask. A single
    /// declaration does not say it; the flow does.
    /// </summary>
    public bool NeedsNoCondition { get; init; }

    /// <summary>It states when, if that needs to be asked, how often, and since when. Only then may a write happen without a checkpoint.</summary>
    public bool IsComplete => (When is not null || NeedsNoCondition) && PerDay > 0 && Since is not null;

    /// <summary>The names of the properties of these three that are not stated.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (When is null && !NeedsNoCondition)
            {
                yield return nameof(When);
            }

            if (PerDay <= 0)
            {
                yield return nameof(PerDay);
            }

            if (Since is null)
            {
                yield return nameof(Since);
            }
        }
    }
}

/// <summary>Access to a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Kind">Read, draft or write.</param>
/// <param name="Impact">Where a write can hurt; null when not stated.</param>
/// <param name="Irreversible">The write can't be undone.</param>
/// <param name="Place">Where it stands.</param>
public sealed record AccessModel(PartyModel Tool, Access Kind, Impact? Impact, bool Irreversible, DeclarationPlace Place)
{
    private const Impact Everywhere = Model.Impact.Money | Model.Impact.Customers | Model.Impact.Inventory | Model.Impact.Legal | Model.Impact.Employees | Model.Impact.PublicPages;

    /// <summary>
    /// Where the write can hurt, for everybody who asks what it needs. The class of the tool says what a write does that names no impact, or none that fits the
    /// tool; an impact that does not exist may be any. It is none where neither the write nor the tool says anything.
    /// </summary>
    public Impact Harm
    {
        get
        {
            var touched = Whole(Tool.Touches);
            return Kind != Model.Access.Write ? Model.Impact.None
                : Impact is not { } named ? touched
                : (named & ~Everywhere) != Model.Impact.None ? Everywhere
                : (named & touched) == Model.Impact.None ? named | touched
                : named;
        }
    }

    /// <summary>It names an impact that the class of its tool does not have, or none where the tool has one.</summary>
    public bool IsContradicted => Kind == Model.Access.Write && Impact is { } named && Tool.Touches is { } touched && Whole(touched) == touched
        && (named == Model.Impact.None ? touched != Model.Impact.None : (named & ~touched) != Model.Impact.None);

    /// <summary>It is a write that can hurt or can't be undone.</summary>
    public bool HasEffect => Kind == Model.Access.Write && (Irreversible || Harm != Model.Impact.None);

    private static Impact Whole(Impact? stated) => stated is not { } known ? Model.Impact.None : (known & ~Everywhere) == Model.Impact.None ? known : Everywhere;
}

/// <summary>Samples that a person looks at.</summary>
/// <param name="Role">Who.</param>
/// <param name="OneIn">One in how many.</param>
/// <param name="Place">Where it stands.</param>
public sealed record SpotCheckModel(PartyModel Role, int OneIn, DeclarationPlace Place);
