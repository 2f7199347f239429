using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Says who may do what, who allowed it, and where an AI or automation may act without the check of a person.</summary>
internal static class AccessSection
{
    public static void Write(PageWriter page, FlowGraph graph)
    {
        var sop = graph.Sop;
        if (sop.Steps.All(step => step.Access.Count == 0))
        {
            return;
        }

        page.Block("## Who may do what");
        page.Table(["Step", "Tool", "Access", "Can hurt", "Granted"], Rows(graph));
        foreach (var passing in Feeds(sop))
        {
            page.Block(passing);
        }

        for (var state = 0; state < sop.Steps.Count; state++)
        {
            if (sop.Steps[state].Limit is { } limit)
            {
                page.Block($"**Limit of {StepsSection.TitleOf(graph, state)}:** {PageWords.Sentence(MarkdownText.Inline(limit.Text))} {string.Join(" ", Limit(sop, sop.Steps[state], limit))}".TrimEnd());
            }
        }
    }

    /// <summary>The tools that steps use, each once, in the order of the source.</summary>
    public static IEnumerable<PartyModel> Tools(SopModel sop) => sop.Steps
        .SelectMany(step => step.Access)
        .Select(access => access.Tool)
        .GroupBy(tool => tool.Type, StringComparer.Ordinal)
        .Select(same => same.First());

    // A tool may pass written data on by itself, without a step of the SOP.
    private static IEnumerable<string> Feeds(SopModel sop) => Tools(sop)
        .SelectMany(tool => tool.Feeds.Select(feed =>
            $"**{MarkdownText.Inline(tool.Title)} passes on by itself:** {MarkdownText.Inline(PageWords.Inside(feed.What))}, to {MarkdownText.Inline(feed.To.Title)}{(feed.Via is { } via ? $" ({MarkdownText.Inline(PageWords.Inside(via))})" : "")}."));

    private static IEnumerable<string[]> Rows(FlowGraph graph)
    {
        var sop = graph.Sop;
        for (var state = 0; state < sop.Steps.Count; state++)
        {
            foreach (var access in sop.Steps[state].Access)
            {
                var impact = access.Kind == Access.Write ? CanHurt(sop.Steps[state], access) : "";
                yield return
                [
                    StepsSection.TitleOf(graph, state),
                    MarkdownText.Inline(access.Tool.Title),
                    access.Kind.ToString().ToLowerInvariant(),
                    impact + (access.Irreversible ? ", can't be undone" : ""),
                    Granted(sop, sop.Steps[state], access),
                ];
            }
        }
    }

    // A tool that states that it is harmless states it for each write. A write of a person needs an impact only if the tool can hurt.
    private static string CanHurt(StepModel step, AccessModel access) => (access.Impact, access.Tool.Touches) switch
    {
        ({ } stated, _) => PageWords.Impact(stated),
        (null, Impact.None) => PageWords.Impact(Impact.None),
        (null, null) when !step.Traits.IsByMachine => "",
        _ => "not stated",
    };

    private static string Granted(SopModel sop, StepModel step, AccessModel access)
    {
        if (access.Kind != Access.Write || (access.Impact ?? Impact.None) == Impact.None)
        {
            return "";
        }

        if (step.Kind == StepKind.Human)
        {
            return "a person's own act";
        }

        var grants = sop.Grants.Where(grant => grant.Tool.Type == access.Tool.Type && (grant.Impact & access.Impact) != Impact.None).ToList();
        return grants.Count == 0 ? "**not granted**" : string.Join("; ", grants.Select(Grant));
    }

    private static string Grant(GrantModel grant)
    {
        var by = grant.By is { } role ? $"by {MarkdownText.Inline(role.Title)}" : "by nobody named";
        return by + Stated(" on", grant.On) + Stated(" until", grant.Until) + Stated(":", grant.Because);

        static string Stated(string word, string? text) => PlaceholderText.Is(text) ? "" : $"{word} {MarkdownText.Inline(text!)}";
    }

    private static IEnumerable<string> Limit(SopModel sop, StepModel step, LimitModel limit)
    {
        if (limit.When is { } when && sop.Conditions.FirstOrDefault(condition => condition.Name == when.Name) is { } condition)
        {
            yield return PageWords.Sentence($"Only if {MarkdownText.Inline(PageWords.Inside(condition.Text))}");
        }

        if (limit.PerDay > 0)
        {
            yield return $"At most {PageWords.PerDay(limit.PerDay)}.";
        }

        if (!limit.IsAsked)
        {
            yield return "Nothing checks it: the step always starts.";
        }

        if (limit.Since is { } since)
        {
            yield return $"Since {MarkdownText.Inline(since)}.";
        }

        if (limit.Evidence is { } evidence)
        {
            yield return PageWords.Sentence($"Earned by: {MarkdownText.Inline(evidence)}");
        }

        if (step.SpotCheck is { } spot)
        {
            yield return $"One in {PageWords.Number(spot.OneIn)} is looked at afterwards by {MarkdownText.Inline(spot.Role.Title)}.";
        }
    }
}
