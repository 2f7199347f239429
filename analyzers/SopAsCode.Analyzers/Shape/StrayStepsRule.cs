using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// The rule about steps, including methods outside every SOP: a step attribute outside an SOP, or on something that is not an ordinary method.
/// </summary>
internal sealed class StrayStepsRule() : ShapeWords(new StepsRule())
{
    /// <summary>One finding for the type, at the first of these attributes.</summary>
    internal override IEnumerable<Finding> CheckType(TypeContext context)
    {
        var (type, isSop) = (context.Type, context.IsSop);
        if (!isSop && type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }))
        {
            return [];
        }

        var strays = StrayAttributes.On(type);
        if (strays.Count == 0)
        {
            return [];
        }

        return [new(RuleId, strays[0].Place, Words(type, strays[0], isSop)) { RelatedPlaces = strays.Skip(1).Select(stray => stray.Place).ToEquatableArray() }];
    }

    private static string Words(INamedTypeSymbol type, StrayAttribute stray, bool isSop)
    {
        if (isSop)
        {
            return $"[{stray.Word}] stands on something in SOP '{type.Name}' that is no ordinary method: a step or condition is a method with a name of its own";
        }

        var what = $"'{type.Name}.{stray.Place.Member}' has [{stray.Word}], but '{type.Name}' is no SOP";
        return SopSymbols.DerivesFrom(type, "Sop") && type.IsAbstract
            ? $"{what}, and steps are not inherited: move the method into the class with [Sop(\"…\")]"
            : $"{what}: mark the class with [Sop(\"…\")], or remove [{stray.Word}]";
    }
}
