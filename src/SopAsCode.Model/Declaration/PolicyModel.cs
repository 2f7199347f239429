using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Declaration;

/// <summary>What the whole organisation sets once.</summary>
public sealed record PolicyModel
{
    /// <summary>The class, with namespace.</summary>
    public required string Type { get; init; }

    /// <summary>It has an attribute that does not compile yet, so rules about missing entries report nothing.</summary>
    public bool HasUnfinishedAttribute { get; init; }

    /// <summary>The name of the class.</summary>
    public string Name => Naming.Simple(Type);

    /// <summary>The highest class of data per agent.</summary>
    public EquatableArray<AgentAllowance> Agents { get; init; }

    /// <summary>The highest access per tool.</summary>
    public EquatableArray<ToolAllowance> Tools { get; init; }

    /// <summary>The highest level per impact.</summary>
    public EquatableArray<CapModel> Caps { get; init; }

    /// <summary>Who holds which role.</summary>
    public EquatableArray<HolderModel> Holders { get; init; }

    /// <summary>Metrics that every SOP must have.</summary>
    public EquatableArray<MeasureModel> Metrics { get; init; }

    /// <summary>The slowest review.</summary>
    public Cadence? Review { get; init; }

    /// <summary>Who must approve what.</summary>
    public EquatableArray<ApproverModel> Approvers { get; init; }

    /// <summary>The largest share of checkpoints of one role; null when not stated.</summary>
    public int? MaxApprovalShare { get; init; }

    /// <summary>Days of trial before autonomy; null when not stated.</summary>
    public int? MinimumTrial { get; init; }

    /// <summary>The pattern of titles.</summary>
    public string? TitlePattern { get; init; }

    /// <summary>The largest number of steps; null when not stated.</summary>
    public int? MaxSteps { get; init; }

    /// <summary>The longest waiver in days; null when not stated.</summary>
    public int? WaiverLimit { get; init; }

    /// <summary>Rules that may be waived here although usually they may not.</summary>
    public EquatableArray<string> AllowedWaivers { get; init; }

    /// <summary>What SOPs and pages need from it.</summary>
    public HouseModel House { get; init; } = new();

    /// <summary>Where each entry stands, in the order of the source.</summary>
    public EquatableArray<PolicyEntry> Entries { get; init; }

    /// <summary>Where an entry stands.</summary>
    /// <param name="word">The attribute without its suffix.</param>
    /// <param name="number">Which of the entries with that attribute.</param>
    /// <returns>The place.</returns>
    public DeclarationPlace PlaceOf(string word, int number = 0) => Entries.Where(entry => entry.Word == word).Select(entry => entry.Place).ElementAtOrDefault(number);

    /// <summary>The highest level where a write has an impact.</summary>
    /// <param name="impact">One impact.</param>
    /// <returns>The highest level that a cap allows; null when no cap names the impact, and a person must then approve.</returns>
    public Level? CapOf(Impact impact) =>
        Caps.Where(cap => cap.Impact.HasFlag(impact)).Select(cap => (Level?)cap.Level).Max();
}

/// <summary>An entry of the policy.</summary>
/// <param name="Word">The attribute without its suffix: <c>Cap</c>.</param>
/// <param name="Place">Where it stands on the class.</param>
public sealed record PolicyEntry(string Word, DeclarationPlace Place);

/// <summary>What an agent may see.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="UpTo">The highest class.</param>
public sealed record AgentAllowance(PartyModel Agent, DataClass UpTo);

/// <summary>What SOPs may do with a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="UpTo">The highest access.</param>
public sealed record ToolAllowance(PartyModel Tool, Access UpTo);

/// <summary>A cap.</summary>
/// <param name="Impact">The impact, or several.</param>
/// <param name="Level">The highest level.</param>
public sealed record CapModel(Impact Impact, Level Level);

/// <summary>Who holds a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Person">The person.</param>
public sealed record HolderModel(PartyModel Role, string Person);

/// <summary>A metric that every SOP must have.</summary>
/// <param name="Measure">What is measured.</param>
public sealed record MeasureModel(Measure Measure);

/// <summary>Who must approve what.</summary>
/// <param name="Role">The role.</param>
/// <param name="Impact">The impact, or several.</param>
public sealed record ApproverModel(PartyModel Role, Impact Impact);
