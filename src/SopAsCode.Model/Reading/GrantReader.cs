using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>Reads what an SOP was granted, which stands on the assembly.</summary>
internal static class GrantReader
{
    /// <summary>The grants of an SOP, in the order of the source.</summary>
    public static IEnumerable<GrantModel> Read(INamedTypeSymbol sop)
    {
        foreach (var attribute in sop.ContainingAssembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Arity: 2 } grant
                && SopSymbols.IsOurs(attribute, "GrantAttribute")
                && SymbolEqualityComparer.Default.Equals(grant.TypeArguments[0], sop)
                && grant.TypeArguments[1] is INamedTypeSymbol tool)
            {
                var reading = new AttributeReading(attribute, "Grant", default);
                yield return new(
                    PartyReader.Read(tool, default),
                    (Impact)(reading.Enum(0) ?? 0),
                    reading.Type("By") is { } role ? PartyReader.Read(role, default) : null,
                    reading.Text("On"),
                    reading.Text("Until"),
                    reading.Text("Because"));
            }
        }
    }
}
