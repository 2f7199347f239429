using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>SOP0002, for methods that no SOP has: a step attribute outside an SOP, or on something that is no ordinary method.</summary>
public static class StrayStepsRule
{
    /// <summary>Looks for attributes of steps where there can be no step.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>One finding for the type, at the first of them.</returns>
    public static IEnumerable<Finding> Check(INamedTypeSymbol type)
    {
        var isSop = SopSymbols.IsSop(type);
        if (!isSop && type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
        {
            return [];
        }

        var strays = Strays(type, isSop);
        if (strays.Count == 0)
        {
            return [];
        }

        return [new(StepsRule.Id, strays[0].Site, Words(type, strays[0], isSop)) { Also = strays.Skip(1).Select(stray => stray.Site).ToEquatableArray() }];
    }

    private static List<AttributeReading> Strays(INamedTypeSymbol type, bool isSop)
    {
        List<AttributeReading> strays = [];
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
                strays.Add(AttributeReading.AllOn(method, new(method.Name, overload))[0]);
            }
        }

        return strays;
    }

    private static string Words(INamedTypeSymbol type, AttributeReading stray, bool isSop)
    {
        if (isSop)
        {
            return $"[{stray.Word}] stands on something in SOP '{type.Name}' that is no ordinary method: a step or condition is a method with a name of its own";
        }

        var what = $"'{type.Name}.{stray.Site.Member}' has [{stray.Word}], but '{type.Name}' is no SOP";
        return SopSymbols.DerivesFrom(type, "Sop") && type.IsAbstract
            ? $"{what}, and steps are not inherited: move the method into the class with [Sop(\"…\")]"
            : $"{what}: mark the class with [Sop(\"…\")], or remove [{stray.Word}]";
    }
}
