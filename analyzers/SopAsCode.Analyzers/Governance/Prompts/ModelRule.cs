using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>SOP0604: the model of an agent is not stated, or it changes by itself.</summary>
internal sealed class ModelRule() : SopRule(
    Id,
    "Agent without an exact model",
    "an agent without a model, or with one that changes by itself",
    new(Starter: Info, Recommended: Warning, Strict: Warning))
{
    public const string Id = "SOP0604";

    public override bool SpeaksElsewhere => true;

    private static readonly string[] Floating = ["latest", "auto", "default"];

    internal override IEnumerable<Finding> CheckType(TypeContext type) => !type.IsSop && AgentReader.Read(type.Type) is { } agent
        && !(PlaceholderText.Is(agent.Model) && AgentReader.WorksOutsideOnly(type.Type, type.Cancel)) ? Check(agent) : [];

    private static IEnumerable<Finding> Check(AgentModel agent)
    {
        if (agent.Model is null)
        {
            yield return new(Id, agent.Place, $"Agent '{agent.Name}' has no model, so nobody can say what answers, or when that changed: add [Model(\"…\")] with the exact name and version");
        }
        else if (!PlacedTextsRule.IsModel(agent.Model))
        {
            // SOP0005 reports a text that can't be the name of a model.
        }
        else if (PlaceholderText.Is(agent.Model))
        {
            yield return new(Id, agent.Place, $"Agent '{agent.Name}' has no model yet, so nobody can say what answers, or when that changed: name it exactly, with its version");
        }
        else if (IsFloating(agent.Model))
        {
            yield return new(Id, agent.Place, $"Model '{MessageText.Text(agent.Model)}' of agent '{agent.Name}' changes by itself, and its answers with it: name a version, such as one with a date");
        }
    }

    private static bool IsFloating(string model)
    {
        var words = model.Split('-', '_', ':', '/', '@', '.');
        return words.Any(word => Is(word, "latest")) || Array.Exists(Floating, word => Is(model, word));
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);
}
