using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>An agent as its class declares it.</summary>
/// <param name="Name">The class.</param>
/// <param name="Model">The model as written; null when there is none.</param>
/// <param name="Site">Where the model is written, or the name of the class.</param>
public sealed record AgentModel(string Name, string? Model, Site Site);

/// <summary>Reads agents where they are declared.</summary>
public static class AgentReader
{
    /// <summary>Reads an agent.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The agent; null when the type is none, can't be named in a step, or is still being typed.</returns>
    public static AgentModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || !SopSymbols.DerivesFrom(type, "Agent") || AttributeReading.IsAnyUnfinished(type))
        {
            return null;
        }

        foreach (var attribute in AttributeReading.AllOn(type, Site.OfClass))
        {
            if (attribute.Word == "Model")
            {
                return new(type.Name, attribute.Text(0), attribute.Site.At("name"));
            }
        }

        return new(type.Name, null, Site.OfClass);
    }
}
