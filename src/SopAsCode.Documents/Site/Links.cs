using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site;

/// <summary>Links from one page to the others.</summary>
/// <param name="library">The SOPs.</param>
/// <param name="root">The path back to the folder of the site.</param>
internal sealed class Links(SopLibrary library, string root)
{
    /// <summary>An SOP by its title.</summary>
    public Markup Sop(LibrarySop sop) => Markup.Of($"<a href=\"{SopPath(sop)}\">{sop.Definition.Title}</a>");

    /// <summary>The page of an SOP.</summary>
    public string SopPath(LibrarySop sop) => $"{root}sops/{sop.Slug}.html";

    /// <summary>Another SOP; only its title when the site does not have it.</summary>
    public Markup Sop(OtherSop other) => library.Find(other) is { } sop ? Sop(sop) : Markup.Of($"{other.Title}");

    /// <summary>A step by its number and title.</summary>
    public Markup Step(LibraryStep step) => Markup.Of($"<a href=\"{SopPath(step.Sop)}#{SopFlow.Anchor(step.Number)}\">{step.Number}. {step.Step.Title}</a>");

    /// <summary>A role.</summary>
    public Markup Role(NamedType role) => To("roles", library.RoleSlugs, role);

    /// <summary>A tool.</summary>
    public Markup Tool(NamedType tool) => To("tools", library.ToolSlugs, tool);

    /// <summary>A value stream.</summary>
    public Markup Stream(NamedType stream) => To("streams", library.StreamSlugs, stream);

    /// <summary>An agent.</summary>
    public Markup Agent(NamedType agent) => library.AgentSlugs.TryGetValue(agent.Type, out var slug) ? Markup.Of($"<a href=\"{root}ai.html#{slug}\">{agent.Title}</a>") : Markup.Of($"{agent.Title}");

    /// <summary>Who does a step, with a link.</summary>
    public Markup Performer(StepDefinition step) => step switch
    {
        { Kind: StepKind.Ai, Performer: { } agent } => Markup.Of($"AI: {Agent(agent)}"),
        { Kind: StepKind.Human or StepKind.Checkpoint, Performer: { } role } => Role(role),
        { Kind: StepKind.Handoff, Handoff: { } handoff } => Markup.Of($"Hand-off: {Sop(handoff.To)}"),
        _ => Markup.Of($"{StepWords.Performer(step)}"),
    };

    /// <summary>The owner of an SOP as a badge.</summary>
    public Markup Owner(NamedType? owner)
    {
        if (owner is null)
        {
            return Markup.Of($"<span class=\"owner nobody\">Nobody owns it</span>");
        }

        var initials = string.Concat(owner.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])).Where(char.IsLetterOrDigit));
        return Markup.Of($"<a class=\"owner\" href=\"{root}roles/{library.RoleSlugs[owner.Type]}.html\"><span class=\"face\" aria-hidden=\"true\">{initials}</span>{owner.Title}</a>");
    }

    /// <summary>A link of somebody's own; only its title when a page may not link to the address.</summary>
    public static Markup Outside(LinkDefinition link) => WebAddress.Of(link.Url) is { } address ? Markup.Of($"<a href=\"{address}\">{link.Title}</a>") : Markup.Of($"{link.Title}");

    /// <summary>Several things in a line.</summary>
    public static Markup List(IEnumerable<Markup> items) => Markup.Join(", ", items);

    private Markup To(string folder, IReadOnlyDictionary<string, string> slugs, NamedType type) =>
        slugs.TryGetValue(type.Type, out var slug) ? Markup.Of($"<a href=\"{root}{folder}/{slug}.html\">{type.Title}</a>") : Markup.Of($"{type.Title}");
}
