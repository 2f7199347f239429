using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>The fixes of the rules of shape. The finding says which fix fits and what it writes; each fix is a class of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShapeFixes)), Shared]
public sealed class ShapeFixes() : SopFix(FixNames.MakePartial, FixNames.AddBase, FixNames.UseNameof, FixNames.UseConstant, FixNames.WrapInTask, FixNames.MakeStatic, FixNames.MakeInstance)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        diagnostic.Properties.TryGetValue(Fix.NameKey, out var name);
        diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value);
        var node = place.NodeAt(diagnostic);
        var change = name switch
        {
            FixNames.MakePartial => MakePartial.Offer(node),
            FixNames.AddBase => AddBase.Offer(place, node, value ?? "", cancel),
            FixNames.UseNameof => NameStep.Offer(place, node, NameStep.Nameof(value!)),
            FixNames.UseConstant => NameStep.Offer(place, node, NameStep.Constant(place, node, value!)),
            FixNames.WrapInTask => ReturnTask.Offer(place, node, cancel),
            FixNames.MakeStatic => MakeStatic.Offer(place, node, cancel),
            FixNames.MakeInstance => MakeInstance.Offer(place, node, cancel),
            _ => null,
        };
        return change is null ? [] : [change.In(place)];
    }
}
