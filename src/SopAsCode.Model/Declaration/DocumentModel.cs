using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>What an SOP and a step can both say for their readers.</summary>
public sealed record RemarksModel
{
    /// <summary>How it changes when more people join.</summary>
    public string? TeamMode { get; init; }

    /// <summary>Rare cases.</summary>
    public EquatableArray<EdgeCaseModel> EdgeCases { get; init; }

    /// <summary>Examples.</summary>
    public EquatableArray<ExampleModel> Examples { get; init; }

    /// <summary>Notes.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>Links.</summary>
    public EquatableArray<LinkModel> Links { get; init; }

    /// <summary>Exceptions to rules.</summary>
    public EquatableArray<WaiverModel> Waivers { get; init; }
}

/// <summary>A rare case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Handling">What to do.</param>
public sealed record EdgeCaseModel(string Case, string Handling);

/// <summary>An example.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Text">The example.</param>
/// <param name="File">The file that holds it.</param>
public sealed record ExampleModel(string Title, string? Text, string? File);

/// <summary>An exception to a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Because">Why.</param>
/// <param name="By">The role that allows it.</param>
/// <param name="Until">The last day, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record WaiverModel(string Rule, string? Because, PartyModel? By, string? Until, DeclarationPlace Place)
{
    /// <summary>What is named in place of a role of a person: an agent, a tool, any other type; null when nothing is wrong with it.</summary>
    public string? NoRole { get; init; }

    /// <summary>It does not compile yet: the compiler says so, it waives nothing, and rules keep quiet.</summary>
    public bool IsUnfinished { get; init; }
}

/// <summary>What starts a run.</summary>
/// <param name="When">In words.</param>
/// <param name="Cron">The schedule, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TriggerModel(string When, string? Cron, DeclarationPlace Place);

/// <summary>What an SOP leaves out.</summary>
/// <param name="What">In words.</param>
/// <param name="Covered">The SOP that covers it.</param>
public sealed record OutOfScopeModel(string What, OtherSopModel? Covered);

/// <summary>A duty in an SOP.</summary>
/// <param name="Role">Who has it.</param>
/// <param name="Duty">The duty.</param>
public sealed record DutyModel(PartyModel Role, Duty Duty);

/// <summary>A pilot.</summary>
/// <param name="Start">The first day, as written.</param>
/// <param name="DecideBy">The day of the decision, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PilotModel(string Start, string DecideBy, DeclarationPlace Place);

/// <summary>The scores of an idea.</summary>
/// <param name="Repeatability">From 1 to 5; 0 when not stated.</param>
/// <param name="Risk">From 1 to 5; 0 when not stated.</param>
/// <param name="DataReadiness">From 1 to 5; 0 when not stated.</param>
/// <param name="Judgement">From 1 to 5; 0 when not stated.</param>
/// <param name="MinutesSaved">Per run.</param>
/// <param name="Place">Where it stands.</param>
public sealed record AssessmentModel(int Repeatability, int Risk, int DataReadiness, int Judgement, int MinutesSaved, DeclarationPlace Place);

/// <summary>Whether customers are told.</summary>
/// <param name="Mode">The decision.</param>
/// <param name="Text">What they are told.</param>
/// <param name="Because">Why they need not be.</param>
/// <param name="Place">Where it stands: on the SOP, or on the policy.</param>
public sealed record DisclosureModel(DisclosureMode Mode, string? Text, string? Because, DeclarationPlace Place);

/// <summary>Another SOP, as far as its class says.</summary>
/// <param name="Type">Its class, with namespace.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Id">Its stable name.</param>
/// <param name="Input">What a run of it is about; null for nothing.</param>
public sealed record OtherSopModel(string Type, string Title, string Id, TypeUse? Input)
{
    /// <summary>Code outside its class and file can name it. One that nobody else can name is no SOP that can be started.</summary>
    public bool CanBeNamed { get; init; } = true;

    /// <summary>Where it stands in its life.</summary>
    public Stage Stage { get; init; }
}

/// <summary>Work that goes to another SOP.</summary>
/// <param name="Target">The other SOP.</param>
/// <param name="Wait">The step waits for it.</param>
/// <param name="Result">What comes back.</param>
/// <param name="Place">Where it stands.</param>
public sealed record HandoffModel(OtherSopModel Target, bool Wait, TypeUse? Result, DeclarationPlace Place)
{
    /// <summary>
    /// What comes back is what an AI of the other SOP made and nobody approved there. False where that is not known: a declaration by itself
    /// does not say it. <c>AwaitedResults</c> does.
    /// </summary>
    public bool IsResultUnreviewed { get; init; }

    /// <summary>What comes back is what went over, or made of it, and nobody approved it there. False where that is not known.</summary>
    public bool IsResultOfInput { get; init; }
}

/// <summary>What a tool passes on by itself.</summary>
/// <param name="To">The other tool.</param>
/// <param name="What">What is passed.</param>
/// <param name="Via">How.</param>
public sealed record FeedModel(PartyModel To, string What, string? Via);

/// <summary>What an AI or automation gets wrong.</summary>
/// <param name="Text">What.</param>
/// <param name="Workaround">What to do about it.</param>
public sealed record LimitationModel(string Text, string? Workaround);

/// <summary>What the policy says that an SOP and its page need.</summary>
public sealed record HouseModel
{
    /// <summary>When people are there, as written; null for always.</summary>
    public string? OfficeHours { get; init; }

    /// <summary>The time zone of the office hours.</summary>
    public string? Zone { get; init; }

    /// <summary>Two pairs of eyes can't be had.</summary>
    public bool IsOnePerson { get; init; }

    /// <summary>What customers are told where an SOP says nothing.</summary>
    public DisclosureModel? Disclosure { get; init; }
}
