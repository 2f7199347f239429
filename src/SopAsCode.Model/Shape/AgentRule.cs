using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>SOP0005, for agents: a model that is no name. An agent is no part of one SOP, so it is checked where it is declared.</summary>
public static class AgentRule
{
    /// <summary>Checks one agent.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>What was found, with sites on that type.</returns>
    public static IEnumerable<Finding> Check(INamedTypeSymbol type)
    {
        if (!SopSymbols.DerivesFrom(type, "Agent"))
        {
            yield break;
        }

        foreach (var attribute in AttributeReading.AllOn(type, Site.OfClass))
        {
            if (attribute.Word == "Model" && TextsRule.Model(type.Name, attribute.Text(0)) is { } message)
            {
                yield return new(TextsRule.Id, attribute.Site.At("name"), message);
            }
        }
    }
}
