using System.Text.Json;
using System.Text.Json.Serialization;
using SopAsCode.Definitions;
using SopAsCode.Documents.Library;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site;

/// <summary>
/// What the search looks through. It is a script, because a page from disk may load a script and no data. What people wrote is JSON in it, with every
/// letter escaped that could end a text or a script.
/// </summary>
internal static class SearchIndex
{
    /// <summary>Writes the script.</summary>
    public static string Write(SopLibrary library)
    {
        var roles = Numbers(library.AllRoles);
        var tools = Numbers(library.Tools.Select(tool => tool.Tool));
        var streams = Numbers(library.Streams);
        var index = new SearchData(
            [.. library.AllRoles.Select(role => role.Title)],
            [.. library.Tools.Select(tool => tool.Tool.Title)],
            [.. library.Streams.Select(stream => stream.Title)],
            [.. library.All.SelectMany(sop => EntriesOf(sop, roles, tools, streams)), .. Others(library, roles, tools, streams)]);
        return $"window.sopSearch({JsonSerializer.Serialize(index, SearchContext.Default.SearchData)});\n";
    }

    private static Dictionary<string, int> Numbers(IEnumerable<NamedType> types) => types.Select((type, i) => (type.Type, i)).ToDictionary(type => type.Type, type => type.i, StringComparer.Ordinal);

    private static IEnumerable<SearchEntry> EntriesOf(LibrarySop sop, Dictionary<string, int> roles, Dictionary<string, int> tools, Dictionary<string, int> streams)
    {
        var definition = sop.Definition;
        var page = $"sops/{sop.Slug}.html";
        int? stream = definition.ValueStream is { } type ? streams[type.Type] : null;
        var due = definition.Review is { } review && !sop.IsIdea ? review.Next is { } next ? Dates.Iso(next) : "0000-00-00" : null;
        yield return new(sop.IsIdea ? "Idea" : "Procedure", definition.Title, page, definition.Owner?.Title ?? "", Text(
            [
                definition.Goal,
                definition.Output,
                definition.Id,
                .. definition.Triggers.Select(trigger => trigger.When),
                .. definition.Prerequisites,
                .. definition.OutOfScope.Select(left => left.What),
                .. definition.Checklists.SelectMany(list => list.Items),
                .. definition.Metrics.Select(metric => metric.Name),
                .. definition.Sections.SelectMany(section => new[] { section.Title, section.Text }),
                .. sop.Tools.Select(tool => tool.Title),
                .. Remarks(definition.Remarks),
            ]),
            [.. Roles.Of(sop).Select(part => roles[part.Role.Type])], [.. sop.Tools.Select(tool => tools[tool.Type])], stream, sop.HasAi, due);
        if (definition.Fallback is { } fallback)
        {
            yield return new("By hand", $"By hand: {definition.Title}", $"{page}#by-hand", definition.Owner?.Title ?? "", Text([fallback.SwitchWhen is { } when ? $"Switch when: {when}." : null, fallback.How]), RolesOf(definition.Owner, definition.Backup), [], stream, false, due);
        }

        foreach (var step in sop.Steps)
        {
            yield return new("Step", $"{step.Number}. {step.Step.Title}", $"{page}#{SopFlow.Anchor(step.Number)}", $"{definition.Title} · {StepWords.Performer(step.Step)}", Text(
                [
                    step.Step.Instructions,
                    .. step.Step.Checklists.SelectMany(list => list.Items),
                    step.Step.Prompt,
                    .. step.Step.Guardrails,
                    .. step.Step.Limitations.SelectMany(limitation => new[] { limitation.Text, limitation.Workaround }),
                    step.Step.Limit?.Text,
                    .. step.Step.Access.Select(access => $"{StepWords.Verb(access.Kind)} {access.Tool.Title}"),
                    .. Remarks(step.Step.Remarks),
                ]),
                RolesOf(step.Step.Kind is StepKind.Human or StepKind.Checkpoint ? step.Step.Performer : null, step.Step.SpotCheck?.Role), [.. step.Step.Access.Select(access => tools[access.Tool.Type]).Distinct()], stream, step.Step.Kind == StepKind.Ai, due);
        }

        int[] RolesOf(params NamedType?[] types) => [.. types.OfType<NamedType>().Select(role => roles[role.Type]).Distinct()];
    }

    private static IEnumerable<SearchEntry> Others(SopLibrary library, Dictionary<string, int> roles, Dictionary<string, int> tools, Dictionary<string, int> streams)
    {
        foreach (var role in library.AllRoles)
        {
            yield return new("Role", role.Title, $"roles/{library.RoleSlugs[role.Type]}.html", string.Join(", ", library.Holders[role.Type]), "", [roles[role.Type]], [], null, false, null);
        }

        foreach (var tool in library.Tools)
        {
            yield return new("Tool", tool.Tool.Title, $"tools/{library.ToolSlugs[tool.Tool.Type]}.html", tool.Description ?? "", Text(tool.Links.Select(link => link.Title)), [], [tools[tool.Tool.Type]], null, false, null);
        }

        foreach (var agent in library.Agents)
        {
            yield return new("AI", agent.Agent.Title, $"ai.html#{library.AgentSlugs[agent.Agent.Type]}", agent.Description ?? "", Text([agent.Model, agent.Provider]), [], [], null, true, null);
        }

        foreach (var stream in library.Streams)
        {
            yield return new("Value stream", stream.Title, $"streams/{library.StreamSlugs[stream.Type]}.html", "", "", [], [], streams[stream.Type], false, null);
        }
    }

    private static IEnumerable<string?> Remarks(Remarks remarks) =>
    [
        remarks.TeamMode,
        .. remarks.Notes,
        .. remarks.EdgeCases.SelectMany(rare => new[] { rare.Case, rare.Handling }),
        .. remarks.Templates.SelectMany(template => new[] { template.Title, template.Text }),
        .. remarks.Examples.SelectMany(example => new[] { example.Title, example.Text }),
    ];

    private static string Text(IEnumerable<string?> texts) => string.Join("\n", texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => StepWords.OneLine(text!)));
}

/// <summary>What the search looks through.</summary>
internal sealed record SearchData(string[] Roles, string[] Tools, string[] Streams, SearchEntry[] Entries);

/// <summary>Something that can be found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is, from the folder of the site.</param>
/// <param name="Under">A line below the title.</param>
/// <param name="Text">What else is searched.</param>
/// <param name="Roles">The numbers of its roles.</param>
/// <param name="Tools">The numbers of its tools.</param>
/// <param name="Stream">The number of its value stream; null for none.</param>
/// <param name="Ai">An AI does it.</param>
/// <param name="Due">The day of the next review.</param>
internal sealed record SearchEntry(string Kind, string Title, string Url, string Under, string Text, int[] Roles, int[] Tools, int? Stream, bool Ai, string? Due);

/// <summary>How the index is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SearchData))]
internal sealed partial class SearchContext : JsonSerializerContext;
