using SopAsCode.Definitions;

namespace SopAsCode.Documents.Library;

/// <summary>A step with its SOP.</summary>
internal sealed record LibraryStep(LibrarySop Sop, StepDefinition Step, int Number);

/// <summary>An SOP on the site, which is equal to itself alone: pages that are made side by side ask what it works out when it is first asked.</summary>
/// <param name="assembly">The assembly that declares it.</param>
/// <param name="definition">The declaration.</param>
/// <param name="slug">The name of its page.</param>
internal sealed class LibrarySop(string assembly, SopDefinition definition, string slug)
{
    /// <summary>The assembly that declares it.</summary>
    public string Assembly => assembly;

    /// <summary>The declaration.</summary>
    public SopDefinition Definition => definition;

    /// <summary>The name of its page.</summary>
    public string Slug => slug;

    /// <summary>The steps with their numbers.</summary>
    public IReadOnlyList<LibraryStep> Steps => field ??= [.. Definition.Steps.Select((step, i) => new LibraryStep(this, step, i + 1))];

    /// <summary>
    /// What changes when the SOP runs differently, or has another version; ticks of a reader belong to it. An SOP that nobody generated has its version alone.
    /// </summary>
    public string Edition => $"{Definition.Version}-{Definition.Fingerprint}";

    /// <summary>It is only an idea.</summary>
    public bool IsIdea => Definition.Stage == Stage.Idea;

    /// <summary>An AI does a step.</summary>
    public bool HasAi => Definition.Steps.Any(step => step.Kind == StepKind.Ai);

    /// <summary>The tools, each once, in the order of the steps.</summary>
    public IReadOnlyList<NamedType> Tools => field ??= [.. Definition.Steps.SelectMany(step => step.Access).Select(access => access.Tool).DistinctBy(tool => tool.Type, StringComparer.Ordinal)];
}

/// <summary>What a role has to do with an SOP.</summary>
[Flags]
internal enum Part
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Answers for it.</summary>
    Owns = 1,

    /// <summary>Stands in for the owner.</summary>
    Backs = 2,

    /// <summary>Does a step.</summary>
    Does = 4,

    /// <summary>Approves or rejects.</summary>
    Approves = 8,

    /// <summary>Looks at samples.</summary>
    Checks = 16,

    /// <summary>Has another duty.</summary>
    Serves = 32,

    /// <summary>Is asked.</summary>
    Consulted = 64,

    /// <summary>Is told.</summary>
    Informed = 128,
}

/// <summary>A task that somebody does beside a step.</summary>
/// <param name="Step">The step, which another does.</param>
/// <param name="Task">The task.</param>
internal sealed record TaskBeside(LibraryStep Step, MeanwhileDefinition Task);

/// <summary>What a role has to do with one SOP, with the steps.</summary>
internal sealed record RoleInSop(NamedType Role, LibrarySop Sop, Part Part, IReadOnlyList<LibraryStep> Does, IReadOnlyList<TaskBeside> Beside, IReadOnlyList<LibraryStep> Approves, IReadOnlyList<LibraryStep> Checks, IReadOnlyList<LibraryStep> Consulted, IReadOnlyList<LibraryStep> Informed, IReadOnlyList<Duty> Duties);

/// <summary>What a step does with a tool.</summary>
internal sealed record ToolUseOf(LibraryStep Step, AccessDefinition Access);

/// <summary>A hand-off from a step to an SOP.</summary>
/// <param name="From">The step.</param>
/// <param name="To">The other SOP, as the step names it.</param>
/// <param name="Target">The other SOP; null when the site does not have it.</param>
/// <param name="Waits">The step waits for it.</param>
internal sealed record HandoffOf(LibraryStep From, OtherSop To, LibrarySop? Target, bool Waits);

/// <summary>All SOPs of the site, with what can be asked about them together. Each question is answered once for all SOPs.</summary>
internal sealed class SopLibrary
{
    private readonly Dictionary<string, LibrarySop> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LibrarySop> _byId = new(StringComparer.Ordinal);

    public SopLibrary(IReadOnlyList<SopAssembly> assemblies)
    {
        var slugs = new Slugs();
        All = [.. assemblies
            .SelectMany(assembly => assembly.Sops.Select(sop => (assembly.Name, Sop: sop)))
            .OrderBy(sop => sop.Sop.Id, StringComparer.Ordinal)
            .ThenBy(sop => sop.Sop.Class, StringComparer.Ordinal)
            .Select(sop => new LibrarySop(sop.Name, sop.Sop, slugs.Of(sop.Sop.Id)))];
        foreach (var sop in All)
        {
            _byClass.TryAdd(sop.Definition.Class, sop);
            _byId.TryAdd(sop.Definition.Id, sop);
        }

        InUse = [.. All.Where(sop => !sop.IsIdea).OrderBy(sop => sop.Definition.Title, StringComparer.Ordinal).ThenBy(sop => sop.Slug, StringComparer.Ordinal)];
        Ideas = [.. All.Where(sop => sop.IsIdea)
            .OrderByDescending(sop => sop.Definition.Assessment?.Score ?? 0)
            .ThenByDescending(sop => sop.Definition.Assessment?.MinutesSaved ?? 0)
            .ThenBy(sop => sop.Definition.Id, StringComparer.Ordinal)];
        Policies = [.. assemblies.Select(assembly => assembly.Shared.Policy).OfType<PolicyDefinition>().DistinctBy(policy => policy.Class, StringComparer.Ordinal)];
        InRoles = [.. All.SelectMany(Roles.Of)];
        Handoffs = [.. InUse.SelectMany(sop => sop.Steps).SelectMany(HandoffsOf)];
        ToolUses = InUse.SelectMany(sop => sop.Steps).SelectMany(step => step.Step.Access.Select(access => new ToolUseOf(step, access))).ToLookup(use => use.Access.Tool.Type, StringComparer.Ordinal);
        AgentSteps = InUse.SelectMany(sop => sop.Steps).Where(step => step.Step.Kind == StepKind.Ai && step.Step.Performer is not null).ToLookup(step => step.Step.Performer!.Type, StringComparer.Ordinal);

        Tools = Merge(assemblies.SelectMany(assembly => assembly.Shared.Tools), tool => tool.Tool, ToolUses.SelectMany(uses => uses).Select(use => use.Access.Tool), tool => new ToolDefinition { Tool = tool });
        Agents = Merge(assemblies.SelectMany(assembly => assembly.Shared.Agents), agent => agent.Agent, AgentSteps.SelectMany(steps => steps).Select(step => step.Step.Performer!), agent => new AgentDefinition { Agent = agent });
        Holders = Policies.SelectMany(policy => policy.Holders).ToLookup(holder => holder.Role.Type, holder => holder.Person, StringComparer.Ordinal);
        ByRole = InRoles.ToLookup(part => part.Role.Type, StringComparer.Ordinal);
        AllRoles = Merge(InRoles.Select(part => part.Role).Concat(All.SelectMany(sop => sop.Definition.Seniors)), role => role, Policies.SelectMany(policy => policy.Holders).Select(holder => holder.Role), role => role);
        Streams = Merge(All.Select(sop => sop.Definition.ValueStream).OfType<NamedType>(), stream => stream, [], stream => stream);
        ByStream = All.Where(sop => sop.Definition.ValueStream is not null).ToLookup(sop => sop.Definition.ValueStream!.Type, StringComparer.Ordinal);
        RoleSlugs = SlugsOf(AllRoles);
        ToolSlugs = SlugsOf(Tools.Select(tool => tool.Tool));
        StreamSlugs = SlugsOf(Streams);
        AgentSlugs = SlugsOf(Agents.Select(agent => agent.Agent));
    }

    /// <summary>All SOPs, in the order of their ids.</summary>
    public IReadOnlyList<LibrarySop> All { get; }

    /// <summary>The SOPs in use or retired, in the order of their titles.</summary>
    public IReadOnlyList<LibrarySop> InUse { get; }

    /// <summary>The ideas, the best candidates first.</summary>
    public IReadOnlyList<LibrarySop> Ideas { get; }

    /// <summary>The policies that count.</summary>
    public IReadOnlyList<PolicyDefinition> Policies { get; }

    /// <summary>Each role with each SOP that it has a part in.</summary>
    public IReadOnlyList<RoleInSop> InRoles { get; }

    /// <summary>The same by the type of the role.</summary>
    public ILookup<string, RoleInSop> ByRole { get; }

    /// <summary>The hand-offs.</summary>
    public IReadOnlyList<HandoffOf> Handoffs { get; }

    /// <summary>The uses of tools, by the type of the tool.</summary>
    public ILookup<string, ToolUseOf> ToolUses { get; }

    /// <summary>The steps of agents, by the type of the agent.</summary>
    public ILookup<string, LibraryStep> AgentSteps { get; }

    /// <summary>The tools, in the order of their titles.</summary>
    public IReadOnlyList<ToolDefinition> Tools { get; }

    /// <summary>The agents, in the order of their titles.</summary>
    public IReadOnlyList<AgentDefinition> Agents { get; }

    /// <summary>Who holds a role, by its type.</summary>
    public ILookup<string, string> Holders { get; }

    /// <summary>The roles, in the order of their titles.</summary>
    public IReadOnlyList<NamedType> AllRoles { get; }

    /// <summary>The value streams, in the order of their titles.</summary>
    public IReadOnlyList<NamedType> Streams { get; }

    /// <summary>The SOPs of a value stream, by its type.</summary>
    public ILookup<string, LibrarySop> ByStream { get; }

    /// <summary>The names of the pages of roles, by their types.</summary>
    public IReadOnlyDictionary<string, string> RoleSlugs { get; }

    /// <summary>The names of the pages of tools, by their types.</summary>
    public IReadOnlyDictionary<string, string> ToolSlugs { get; }

    /// <summary>The names of the pages of value streams, by their types.</summary>
    public IReadOnlyDictionary<string, string> StreamSlugs { get; }

    /// <summary>The anchors of agents, by their types.</summary>
    public IReadOnlyDictionary<string, string> AgentSlugs { get; }

    /// <summary>The SOP that another one names; null when the site does not have it.</summary>
    public LibrarySop? Find(OtherSop other) => _byClass.TryGetValue(other.Type, out var sop) || _byId.TryGetValue(other.Id, out sop) ? sop : null;

    private IEnumerable<HandoffOf> HandoffsOf(LibraryStep step) =>
        step.Step.Handoffs.Select(handoff => new HandoffOf(step, handoff.To, Find(handoff.To), handoff.Wait));

    private static Dictionary<string, string> SlugsOf(IEnumerable<NamedType> types)
    {
        var slugs = new Slugs();
        return types.OrderBy(type => type.Type, StringComparer.Ordinal).ToDictionary(type => type.Type, type => slugs.Of(Slugs.Kebab(type.Type)), StringComparer.Ordinal);
    }

    // What is described, and then what is only named; each type once.
    private static List<T> Merge<T>(IEnumerable<T> described, Func<T, NamedType> typeOf, IEnumerable<NamedType> named, Func<NamedType, T> make) =>
    [
        .. described.Concat(named.Select(make))
            .DistinctBy(item => typeOf(item).Type, StringComparer.Ordinal)
            .OrderBy(item => typeOf(item).Title, StringComparer.Ordinal)
            .ThenBy(item => typeOf(item).Type, StringComparer.Ordinal),
    ];
}
