using SopAsCode.Definitions;
using SopAsCode.Documents.Html;
using SopAsCode.Documents.Words;

namespace SopAsCode.Documents.Site.Pages;

/// <summary>All AI: agents, models, prompts with versions and hashes, and the data they see.</summary>
internal static class AiPage
{
    /// <summary>Writes it.</summary>
    public static Page Write(SiteContent site)
    {
        var library = site.Library;
        var links = new Links(library, "");
        var html = new HtmlText();
        html.Add($"<h1>AI inventory</h1>\n<p class=\"lead\">Which AI works where, with which model and prompt, and what it gets to see.</p>\n");
        if (library.Agents.Count == 0)
        {
            html.Add($"<p>No procedure uses AI.</p>\n");
        }

        foreach (var agent in library.Agents)
        {
            html.Add($"<h2 id=\"{library.AgentSlugs[agent.Agent.Type]}\">{agent.Agent.Title}</h2>\n");
            if (agent.Description is { } description)
            {
                html.Add($"<p>{description}</p>\n");
            }

            html.Add($"<dl class=\"glance\">\n");
            var allowed = library.Policies.SelectMany(policy => policy.Agents).Where(one => one.Agent.Type == agent.Agent.Type).Select(one => SopWords.Lower(one.UpTo)).FirstOrDefault();
            Fact("Model", agent.Model is { } model ? Markup.Of($"<code>{model}</code>") : Markup.Of($"not stated"));
            Fact("Run by", agent.Provider is { } provider ? Markup.Of($"{provider}") : Markup.None);
            Fact("May see", allowed is null ? Markup.None : Markup.Of($"data up to {allowed}"));
            Fact("Links", Links.List(agent.Links.Select(Links.Outside)));
            html.Add($"</dl>\n");
            html.Add(Tables.Of($"Steps of {agent.Agent.Title}", ["Step", "Procedure", "May", "Prompt", "Data in its prompt"], [.. library.AgentSteps[agent.Agent.Type].Select(step => new[]
            {
                links.Step(step),
                links.Sop(step.Sop),
                Markup.Of($"{StepWords.Level(step.Step.Level)}"),
                step.Step.Prompt is { } prompt ? Markup.Of($"{(step.Step.PromptVersion is { } version ? $"{version}, " : "")}<code>{SopWords.Hash(prompt)}</code>") : Markup.Of($"none"),
                SopGovernance.Sees(step.Step),
            })]));
        }

        return new("ai.html", "AI inventory", html.ToMarkup(), [.. library.Agents.Select(agent => (library.AgentSlugs[agent.Agent.Type], agent.Agent.Title))]);

        void Fact(string name, Markup value)
        {
            if (!value.IsEmpty)
            {
                html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>\n");
            }
        }
    }
}
