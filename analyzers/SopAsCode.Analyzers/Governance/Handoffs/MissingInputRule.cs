using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0902: a hand-off hands over the current value of the other SOP's input, and the value may not exist. If the hand-off asks for
/// the value as a parameter, SOP0007 reports it; a hand-off with a body makes the value itself.
/// </summary>
internal sealed class MissingInputRule() : SopRule(
    Id,
    "Hand-off of a value that may not exist",
    "a hand-off of a value that may not exist",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0902";

    internal override Requires Requires => Requires.Handoff;

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var graph = sop.Graph;
        foreach (var missing in DefiniteValues.MissingAtHandoffs(graph))
        {
            var step = sop.Sop.Steps[missing.Step];
            var type = missing.Input.Short;
            var (way, when) = missing.Path.Count > 1 ? ($"{graph.Print(missing.Path)}: ", "there") : ("", "when a run starts");
            yield return new(
                Id,
                step.Place,
                $"{way}{MessageText.Of(sop.Sop, step)} hands '{type}' over to SOP '{Naming.Simple(step.Handoff!.Target.Type)}', but there is none {when}: "
                    + $"let a step before return one, or write a body that makes one")
            {
                RelatedPlaces = PathSearch.Places(graph, missing.Path),
            };
        }
    }
}
