namespace SopAsCode;

/// <summary>
/// All SOPs of an assembly and what can be asked about them together. Generated once per assembly; nothing is searched for when
/// the program runs.
/// </summary>
public abstract class SopCatalogue
{
    /// <summary>The SOPs, ideas included, in the order of their ids.</summary>
    public abstract IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>The tools that SOPs name, in the order of their titles.</summary>
    public abstract IReadOnlyList<ToolDefinition> Tools { get; }

    /// <summary>The agents that SOPs name, in the order of their titles.</summary>
    public abstract IReadOnlyList<AgentDefinition> Agents { get; }

    /// <summary>The policy that counts; null when there is none.</summary>
    public virtual PolicyDefinition? Policy => null;

    /// <summary>The SOPs in use or retired: all that are no ideas.</summary>
    public IEnumerable<SopDefinition> Sops => Entries.Select(entry => entry.Definition).Where(sop => sop.Stage != Stage.Idea);

    /// <summary>The ideas, the best candidates first.</summary>
    public IEnumerable<SopDefinition> Ideas => Entries
        .Select(entry => entry.Definition)
        .Where(sop => sop.Stage == Stage.Idea)
        .OrderByDescending(sop => sop.Assessment?.Score ?? 0)
        .ThenByDescending(sop => sop.Assessment?.MinutesSaved ?? 0)
        .ThenBy(sop => sop.Id, StringComparer.Ordinal);

    /// <summary>The SOPs by value stream, in the order of the streams' titles; those without a stream last.</summary>
    public IEnumerable<IGrouping<NamedType?, SopDefinition>> ByValueStream => Sops
        .GroupBy(sop => sop.ValueStream)
        .OrderBy(group => group.Key is null)
        .ThenBy(group => group.Key?.Title, StringComparer.Ordinal);

    /// <summary>Every hand-off from one SOP to another.</summary>
    public IEnumerable<HandoffEntry> Handoffs =>
        from sop in Sops
        from step in sop.Steps
        let handoff = step.Handoff
        where handoff is not null
        select new HandoffEntry(sop, step, handoff);

    /// <summary>Every role with what it owns, does and approves, in the order of the titles.</summary>
    public IEnumerable<RoleEntry> Roles
    {
        get
        {
            var sops = Sops.ToList();
            return sops
                .SelectMany(RolesOf)
                .Concat(Policy?.Holders.Select(holder => holder.Role) ?? [])
                .Distinct()
                .OrderBy(role => role.Title, StringComparer.Ordinal)
                .Select(role => new RoleEntry(
                    role,
                    [.. Policy?.Holders.Where(holder => holder.Role == role).Select(holder => holder.Person) ?? []],
                    [.. sops.Where(sop => sop.Owner == role)],
                    [.. sops.Where(sop => sop.Backup == role)],
                    [.. Steps(sops, step => step.Kind == StepKind.Human && step.Performer == role)],
                    [.. Steps(sops, step => step.Kind == StepKind.Checkpoint && step.Performer == role)]));
        }
    }

    /// <summary>Every use of a tool, by the order of the SOPs.</summary>
    /// <param name="tool">The type of the tool, with its namespace.</param>
    /// <returns>Who reads, drafts and writes.</returns>
    public IEnumerable<ToolUse> UsesOf(string tool) =>
        from sop in Sops
        from step in sop.Steps
        from access in step.Access
        where access.Tool.Type == tool
        select new ToolUse(sop, step, access);

    /// <summary>Every step that an agent does.</summary>
    /// <param name="agent">The type of the agent, with its namespace.</param>
    /// <returns>The steps with their prompts.</returns>
    public IEnumerable<StepEntry> StepsOf(string agent) => Steps([.. Sops], step => step.Kind == StepKind.Ai && step.Performer?.Type == agent);

    /// <summary>Every grant.</summary>
    public IEnumerable<(SopDefinition Sop, GrantDefinition Grant)> Grants => Sops.SelectMany(sop => sop.Grants.Select(grant => (sop, grant)));

    /// <summary>Every waiver, of SOPs and of steps.</summary>
    public IEnumerable<(SopDefinition Sop, StepDefinition? Step, WaiverDefinition Waiver)> Waivers => Sops.SelectMany(sop =>
        sop.Remarks.Waivers.Select(waiver => (sop, (StepDefinition?)null, waiver))
            .Concat(sop.Steps.SelectMany(step => step.Remarks.Waivers.Select(waiver => (sop, (StepDefinition?)step, waiver)))));

    /// <summary>Every review with the day it is due next, the earliest first; those without a last day first of all.</summary>
    public IEnumerable<(SopDefinition Sop, DateOnly? Due)> Reviews => Sops
        .Where(sop => sop.Review is not null)
        .Select(sop => (Sop: sop, Due: sop.Review!.Next))
        .OrderBy(review => review.Due ?? DateOnly.MinValue)
        .ThenBy(review => review.Sop.Id, StringComparer.Ordinal);

    /// <summary>An SOP by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The entry; null when there is none.</returns>
    public CatalogueEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Definition.Id == id);

    private static IEnumerable<StepEntry> Steps(IReadOnlyList<SopDefinition> sops, Func<StepDefinition, bool> matches) =>
        from sop in sops
        from step in sop.Steps
        where matches(step)
        select new StepEntry(sop, step);

    private static IEnumerable<NamedType> RolesOf(SopDefinition sop)
    {
        IEnumerable<NamedType?> roles =
        [
            sop.Owner,
            sop.Backup,
            .. sop.Duties.Select(duty => duty.Role),
            .. sop.Steps.Where(step => step.Kind is StepKind.Human or StepKind.Checkpoint).Select(step => step.Performer),
            .. sop.Steps.Select(step => step.SpotCheck?.Role),
        ];
        return roles.OfType<NamedType>();
    }
}

/// <summary>One SOP of a catalogue.</summary>
/// <param name="Definition">The declaration as data.</param>
/// <param name="Markdown">Its page.</param>
/// <param name="CreateMachine">Makes its machine; null for an idea.</param>
/// <param name="Dispatcher">Runs its steps; null for an idea.</param>
public sealed record CatalogueEntry(SopDefinition Definition, string Markdown, Func<SopMachine>? CreateMachine, SopDispatcher? Dispatcher);

/// <summary>A tool, with everything said about it.</summary>
/// <param name="Tool">The tool.</param>
public sealed record ToolDefinition(NamedType Tool)
{
    /// <summary>What it is; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init; } = [];

    /// <summary>Where writes to it can hurt; null when not stated.</summary>
    public Impact? Touches { get; init; }

    /// <summary>The highest class of data in it; null when not stated.</summary>
    public DataClass? Holds { get; init; }

    /// <summary>What it passes on by itself: to which tool, what, and how.</summary>
    public IReadOnlyList<(NamedType To, string What, string? Via)> Feeds { get; init; } = [];
}

/// <summary>An agent, with everything said about it.</summary>
/// <param name="Agent">The agent.</param>
public sealed record AgentDefinition(NamedType Agent)
{
    /// <summary>What it is for; null when not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Its model; null when not stated.</summary>
    public string? Model { get; init; }

    /// <summary>Who runs the model; null when not stated.</summary>
    public string? Provider { get; init; }

    /// <summary>Links.</summary>
    public IReadOnlyList<LinkDefinition> Links { get; init; } = [];
}

/// <summary>A step with its SOP.</summary>
/// <param name="Sop">The SOP.</param>
/// <param name="Step">The step.</param>
public sealed record StepEntry(SopDefinition Sop, StepDefinition Step);

/// <summary>A hand-off.</summary>
/// <param name="From">The SOP that hands over.</param>
/// <param name="Step">The step that does.</param>
/// <param name="Handoff">Where it goes.</param>
public sealed record HandoffEntry(SopDefinition From, StepDefinition Step, HandoffDefinition Handoff);

/// <summary>A use of a tool.</summary>
/// <param name="Sop">The SOP.</param>
/// <param name="Step">The step.</param>
/// <param name="Access">What it does with the tool.</param>
public sealed record ToolUse(SopDefinition Sop, StepDefinition Step, AccessDefinition Access);

/// <summary>A role, with everything that is asked of it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Holders">Who holds it.</param>
/// <param name="Owns">The SOPs it owns.</param>
/// <param name="Backs">The SOPs it is the backup of.</param>
/// <param name="Does">The steps it does.</param>
/// <param name="Approves">The checkpoints it decides.</param>
public sealed record RoleEntry(
    NamedType Role,
    IReadOnlyList<string> Holders,
    IReadOnlyList<SopDefinition> Owns,
    IReadOnlyList<SopDefinition> Backs,
    IReadOnlyList<StepEntry> Does,
    IReadOnlyList<StepEntry> Approves);
