using Microsoft.CodeAnalysis;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Reading;

/// <summary>An attribute for steps at a place where no step can be.</summary>
/// <param name="Word">The attribute, without its suffix.</param>
/// <param name="Place">Where it stands.</param>
public sealed record StrayAttribute(string Word, DeclarationPlace Place);

/// <summary>Reads attributes for steps that are outside an SOP, or on something that is not an ordinary method.</summary>
public static class StrayAttributes
{
    /// <summary>Finds them.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>One for each member, in the order of the source.</returns>
    public static IReadOnlyList<StrayAttribute> On(INamedTypeSymbol type)
    {
        List<StrayAttribute> strays = [];
        var isSop = SopSymbols.IsSop(type);
        Dictionary<string, int> overloads = new(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol method || AttributeReading.AllOn(method, default) is { Count: 0 })
            {
                continue;
            }

            overloads.TryGetValue(method.Name, out var overload);
            overloads[method.Name] = overload + 1;
            if (!isSop || method.MethodKind != MethodKind.Ordinary)
            {
                var first = AttributeReading.AllOn(method, new(method.Name, overload))[0];
                strays.Add(new(first.Word, first.Place));
            }
        }

        return strays;
    }
}
