using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>What both an SOP and a step can tell their readers.</summary>
public sealed record RemarksModel
{
    /// <summary>How it changes when more people join.</summary>
    public string? TeamMode { get; init; }

    /// <summary>Who is asked for an opinion.</summary>
    public EquatableArray<PartyModel> Consulted { get; init; }

    /// <summary>Who is told.</summary>
    public EquatableArray<PartyModel> Informed { get; init; }

    /// <summary>Rare cases.</summary>
    public EquatableArray<EdgeCaseModel> EdgeCases { get; init; }

    /// <summary>Examples.</summary>
    public EquatableArray<ExampleModel> Examples { get; init; }

    /// <summary>Messages that people send.</summary>
    public EquatableArray<TemplateModel> Templates { get; init; }

    /// <summary>Notes.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>Links.</summary>
    public EquatableArray<LinkModel> Links { get; init; }

    /// <summary>Exceptions to rules.</summary>
    public EquatableArray<WaiverModel> Waivers { get; init; }
}

/// <summary>A group of lines to tick.</summary>
/// <param name="Title">What the lines have in common; null when it is the only group.</param>
/// <param name="Items">The lines.</param>
public sealed record ChecklistModel(string? Title, EquatableArray<string> Items);

/// <summary>A part of the page with a heading of its own.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Text">Its text.</param>
public sealed record SectionModel(string Title, string Text);

/// <summary>A message that people send.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Text">The message as written.</param>
/// <param name="Parts">Text and blanks, in order.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TemplateModel(string Title, string Text, EquatableArray<PromptPart> Parts, DeclarationPlace Place);

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
    /// <summary>The type that is named although it is not a role of a person, such as an agent or a tool; null when a role is named correctly.</summary>
    public string? NoRole { get; init; }

    /// <summary>The attribute does not compile yet. The compiler reports this; the attribute waives nothing, and rules report nothing about it.</summary>
    public bool IsUnfinished { get; init; }
}

/// <summary>What starts a run.</summary>
/// <param name="When">In words.</param>
/// <param name="Cron">The schedule, as written.</param>
/// <param name="Place">Where it stands.</param>
public sealed record TriggerModel(string When, string? Cron, DeclarationPlace Place)
{
    /// <summary>The step at which its runs begin; null when that is the first.</summary>
    public StepReference? Start { get; init; }

    /// <summary>The method that says what to start a run for; null when the schedule starts one run.</summary>
    public EachModel? Each { get; init; }
}

/// <summary>The method that a schedule asks for inputs.</summary>
/// <param name="Method">Its name.</param>
public sealed record EachModel(StepReference Method)
{
    /// <summary>The class has it.</summary>
    public bool Exists { get; init; }

    /// <summary>It can be asked: it is no step, belongs to the instance, returns <c>Task&lt;IReadOnlyList&lt;TInput&gt;&gt;</c>, and takes at most a cancellation token.</summary>
    public bool CanBeAsked { get; init; }

    /// <summary>It takes a cancellation token.</summary>
    public bool TakesCancellation { get; init; }
}

/// <summary>What an SOP does not cover.</summary>
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

/// <summary>Whether the team tells customers that AI helped.</summary>
/// <param name="Mode">The decision.</param>
/// <param name="Text">What the team tells them.</param>
/// <param name="Because">Why the team need not tell them.</param>
/// <param name="Place">Where it stands: on the SOP, or on the policy.</param>
public sealed record DisclosureModel(DisclosureMode Mode, string? Text, string? Because, DeclarationPlace Place);

/// <summary>Another SOP, with what its class alone says about it.</summary>
/// <param name="Type">Its class, with namespace.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Id">Its stable name.</param>
/// <param name="Input">The type of its input; null when a run needs none.</param>
public sealed record OtherSopModel(string Type, string Title, string Id, TypeUse? Input)
{
    /// <summary>Whether code outside its class and file can name it. An SOP that no other code can name can't be started.</summary>
    public bool CanBeNamed { get; init; } = true;

    /// <summary>The stage it has reached in its life.</summary>
    public Stage Stage { get; init; }

    /// <summary>Its runs start by hand-off only, and what is handed over is approved.</summary>
    public bool HasApprovedInput { get; init; }
}

/// <summary>Work that goes to another SOP.</summary>
/// <param name="Target">The other SOP.</param>
/// <param name="Wait">The step waits for it.</param>
/// <param name="Result">What comes back.</param>
/// <param name="Place">Where it stands.</param>
public sealed record HandoffModel(OtherSopModel Target, bool Wait, TypeUse? Result, DeclarationPlace Place)
{
    /// <summary>
    /// The result is a value that an AI of the other SOP made and that nobody approved there. False when that is not known: a single
    /// declaration does not say it. <c>AwaitedResults</c> sets it.
    /// </summary>
    public bool IsResultUnreviewed { get; init; }

    /// <summary>The result is the value that was handed over, or is made from it, and nobody approved it there. False when that is not known.</summary>
    public bool IsResultOfInput { get; init; }

    /// <summary>
    /// The roles of which one approved the result in the other SOP, on each way to its end; none when it is not approved there, or when that is not known.
    /// <c>AwaitedResults</c> sets it.
    /// </summary>
    public EquatableArray<PartyModel> ApprovedBy { get; init; }
}

/// <summary>What a tool passes on by itself.</summary>
/// <param name="To">The other tool.</param>
/// <param name="What">What is passed.</param>
/// <param name="Via">How.</param>
public sealed record FeedModel(PartyModel To, string What, string? Via);

/// <summary>What an AI or automation gets wrong.</summary>
/// <param name="Text">What it gets wrong.</param>
/// <param name="Workaround">What to do about it.</param>
public sealed record LimitationModel(string Text, string? Workaround);

/// <summary>The hours when people are at work.</summary>
/// <param name="Hours">As written.</param>
/// <param name="Zone">The time zone; null when not stated.</param>
/// <param name="Place">Where they stand.</param>
public sealed record OfficeHoursModel(string Hours, string? Zone, DeclarationPlace Place)
{
    /// <summary>The hours of a team that works day and night, as <c>OfficeHours.Always</c> of the language writes them.</summary>
    public const string Always = "always";
}

/// <summary>What an SOP and its page need from the policy.</summary>
public sealed record HouseModel
{
    /// <summary>The hours when people are at work, as written; null when nothing is stated, and then time always counts.</summary>
    public string? OfficeHours { get; init; }

    /// <summary>The time zone of the office hours.</summary>
    public string? Zone { get; init; }

    /// <summary>Where the policy states them.</summary>
    public DeclarationPlace HoursPlace { get; init; }

    /// <summary>The team is one person, so no second person can check the work.</summary>
    public bool IsOnePerson { get; init; }

    /// <summary>What the team tells customers if an SOP does not say it.</summary>
    public DisclosureModel? Disclosure { get; init; }
}
