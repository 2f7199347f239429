namespace SopAsCode.Definitions;

/// <summary>
/// All SOPs of an assembly, with questions that concern all of them. It is generated once per assembly; the running program
/// searches for nothing.
/// </summary>
public abstract class SopCatalogue
{
    /// <summary>The SOPs, ideas included, in the order of their ids.</summary>
    public abstract IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>What the SOPs share: tools, agents, policy.</summary>
    public abstract CatalogueDefinition Definition { get; }

    /// <summary>The tools that SOPs name, in the order of their titles.</summary>
    public IReadOnlyList<ToolDefinition> Tools => Definition.Tools;

    /// <summary>The agents that SOPs name, in the order of their titles.</summary>
    public IReadOnlyList<AgentDefinition> Agents => Definition.Agents;

    /// <summary>The policy that counts; null when there is none.</summary>
    public PolicyDefinition? Policy => Definition.Policy;

    /// <summary>The SOPs in use or retired: all that are not ideas.</summary>
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
        from handoff in step.Handoffs
        select new HandoffEntry { From = sop, Step = step, Handoff = handoff };

    /// <summary>Every role with what it owns, does and approves, in the order of the titles.</summary>
    public IEnumerable<RoleEntry> Roles
    {
        get
        {
            var sops = Sops.ToList();
            List<NamedType> roles =
            [
                .. sops.SelectMany(RolesOf).Concat(Policy?.Holders.Select(holder => holder.Role) ?? []).Distinct().OrderBy(role => role.Title, StringComparer.Ordinal),
            ];
            return roles
                .Select(role => new RoleEntry
                {
                    Role = role,
                    Seniors = [.. roles.Where(other => other != role && other.Covers(role.Type))],
                    Holders = [.. Policy?.Holders.Where(holder => holder.Role == role).Select(holder => holder.Person) ?? []],
                    Owns = [.. sops.Where(sop => sop.Owner == role)],
                    Backs = [.. sops.Where(sop => sop.Backup == role)],
                    Does = [.. Steps(sops, step => (step.Kind == StepKind.Human && step.Performer == role) || step.Meanwhile.Any(task => task.Role == role))],
                    Approves = [.. Steps(sops, step => step.Kind == StepKind.Checkpoint && step.Performer == role)],
                });
        }
    }

    /// <summary>Every use of a tool, in the order of the SOPs.</summary>
    /// <param name="tool">The type of the tool, with its namespace.</param>
    /// <returns>Who reads, drafts and writes.</returns>
    public IEnumerable<ToolUse> UsesOf(string tool) =>
        from sop in Sops
        from step in sop.Steps
        from access in step.Access
        where access.Tool.Type == tool
        select new ToolUse { Sop = sop, Step = step, Access = access };

    /// <summary>Every step that an agent does.</summary>
    /// <param name="agent">The type of the agent, with its namespace.</param>
    /// <returns>The steps with their prompts.</returns>
    public IEnumerable<StepEntry> StepsOf(string agent) => Steps([.. Sops], step => step.Kind == StepKind.Ai && step.Performer?.Type == agent);

    /// <summary>Every grant.</summary>
    public IEnumerable<GrantEntry> Grants => Sops.SelectMany(sop => sop.Grants.Select(grant => new GrantEntry { Sop = sop, Grant = grant }));

    /// <summary>Every waiver, of SOPs and of steps.</summary>
    public IEnumerable<WaiverEntry> Waivers => Sops.SelectMany(sop =>
        sop.Remarks.Waivers.Select(waiver => new WaiverEntry { Sop = sop, Waiver = waiver })
            .Concat(sop.Steps.SelectMany(step => step.Remarks.Waivers.Select(waiver => new WaiverEntry { Sop = sop, Step = step, Waiver = waiver }))));

    /// <summary>Every review with the day it is due next, the earliest first; reviews that never took place come before all others.</summary>
    public IEnumerable<ReviewEntry> Reviews => Sops
        .Where(sop => sop.Review is not null)
        .Select(sop => new ReviewEntry { Sop = sop, Due = sop.Review!.Next })
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
        select new StepEntry { Sop = sop, Step = step };

    private static IEnumerable<NamedType> RolesOf(SopDefinition sop)
    {
        IEnumerable<NamedType?> roles =
        [
            sop.Owner,
            sop.Backup,
            .. sop.Duties.Select(duty => duty.Role),
            .. sop.Steps.Where(step => step.Kind is StepKind.Human or StepKind.Checkpoint).Select(step => step.Performer),
            .. sop.Steps.Select(step => step.SpotCheck?.Role),
            .. sop.Seniors,
            .. sop.Steps.SelectMany(step => step.Meanwhile.Select(task => task.Role)),
        ];
        return roles.OfType<NamedType>();
    }
}
