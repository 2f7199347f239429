using Microsoft.CodeAnalysis;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>An agent as its class declares it.</summary>
/// <param name="Name">The class.</param>
/// <param name="Model">The model as written; null when there is none.</param>
/// <param name="Place">Where the model is written, or the name of the class.</param>
public sealed record AgentModel(string Name, string? Model, DeclarationPlace Place);

/// <summary>Reads agents where they are declared.</summary>
public static class AgentReader
{
    /// <summary>Reads an agent.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The agent; null when the type is not an agent, can't be named in a step, or is still being typed.</returns>
    public static AgentModel? Read(INamedTypeSymbol type)
    {
        if (type.IsAbstract || !SopSymbols.DerivesFrom(type, "Agent") || AttributeReading.IsAnyUnfinished(type))
        {
            return null;
        }

        foreach (var attribute in AttributeReading.AllOn(type, DeclarationPlace.OfClass))
        {
            if (attribute.Word == "Model")
            {
                return new(type.Name, attribute.Text(0), attribute.Place.At("name"));
            }
        }

        return new(type.Name, null, DeclarationPlace.OfClass);
    }

    /// <summary>Whether steps of its assembly name an agent, and each says that it works in another product, which has its model.</summary>
    /// <param name="type">The agent.</param>
    /// <param name="cancel">Ends the search early.</param>
    /// <returns>True when it only works outside.</returns>
    public static bool WorksOutsideOnly(INamedTypeSymbol type, CancellationToken cancel)
    {
        var steps = AttributedTypes.Of(type.ContainingAssembly, cancel)
            .Where(SopSymbols.IsSop)
            .SelectMany(sop => sop.GetMembers().OfType<IMethodSymbol>())
            .SelectMany(method => method.GetAttributes())
            .Where(attribute => SopSymbols.Word(attribute) == "AiStep" && attribute.AttributeClass!.TypeArguments.Any(agent => SymbolEqualityComparer.Default.Equals(agent, type)))
            .ToList();
        return steps.Count > 0 && steps.TrueForAll(step => step.NamedArguments.Any(setting => setting is { Key: "Outside", Value.Value: true }));
    }

    /// <summary>The model that a class names for an agent, even if the class can't be named in a step.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>Each model as written, with its place; none when the type is not an agent.</returns>
    public static IEnumerable<PlacedText> Models(INamedTypeSymbol type) => SopSymbols.DerivesFrom(type, "Agent")
        ? AttributeReading.AllOn(type, DeclarationPlace.OfClass)
            .Where(attribute => attribute.Word == "Model" && attribute.Text(0) is not null)
            .Select(attribute => new PlacedText(attribute.Text(0)!, attribute.Place.At("name")))
        : [];
}
