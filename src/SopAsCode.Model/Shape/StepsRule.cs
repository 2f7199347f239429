using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0002: the steps are missing, misplaced or marked twice.</summary>
public sealed class StepsRule() : ShapeRule(
    Id,
    "Missing, misplaced or doubly marked step",
    "no step, a method marked twice, a step where there can be none")
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0002";

    private const string StepAttributes = "[HumanStep<…>], [AiStep<…>], [Checkpoint<…>], [AutomatedStep], [WaitFor] or [Handoff<…>]";

    internal override IEnumerable<Finding> Check(FlowGraph graph) => [.. NoStep(graph.Sop), .. SharedNames(graph.Sop), .. Elsewhere(graph.Sop), .. Oddities(graph.Sop)];

    private static IEnumerable<Finding> NoStep(SopModel sop)
    {
        if (sop.Steps.Count == 0 && sop.Unfinished.Count == 0 && sop.Stage != Stage.Idea)
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' has no step: mark a method with {StepAttributes}");
        }
    }

    // Steps and conditions have the names of their methods, so two of them can't have the same name.
    private static IEnumerable<Finding> SharedNames(SopModel sop)
    {
        var methods = sop.Steps.Select(step => step.NamePlace)
            .Concat(sop.Questions.Select(condition => new DeclarationPlace(condition.Name, condition.Place.Overload)));
        foreach (var group in methods.GroupBy(site => site.Member, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var site in group.Skip(1))
            {
                yield return new(Id, site, $"{MessageText.Member(sop, site.Member!)} is marked twice: a step or condition is named by its method, so give each a name of its own")
                {
                    RelatedPlaces = [first],
                };
            }
        }
    }

    // All steps in other declarations get one message, because they have one cause and are moved together.
    private static IEnumerable<Finding> Elsewhere(SopModel sop)
    {
        var elsewhere = sop.Oddities.Where(oddity => oddity.Kind == OddityKind.StepElsewhere).ToList();
        if (elsewhere.Count > 0)
        {
            yield return new(Id, elsewhere[0].Place, $"Step {MessageText.Member(sop, elsewhere[0].Name)} stands in another declaration of the class than the first step, {MessageText.Of(sop, sop.Steps[0])}: the order of the source is the order of the work, so keep all steps in one declaration")
            {
                RelatedPlaces = elsewhere.Skip(1).Select(oddity => oddity.Place).ToEquatableArray(),
            };
        }
    }

    private static IEnumerable<Finding> Oddities(SopModel sop)
    {
        foreach (var oddity in sop.Oddities)
        {
            if (Words(sop, oddity) is { } message)
            {
                yield return new(Id, oddity.Place, message);
            }
        }
    }

    private static string? Words(SopModel sop, OddityModel oddity)
    {
        var name = MessageText.Member(sop, oddity.Name);
        return oddity.Kind switch
        {
            OddityKind.TwoStepAttributes => $"{name} has {oddity.Detail}: a method is one of them, so keep one, or split the method in two",
            OddityKind.AttributeWithoutStep => sop.Unfinished.Any(method => method == oddity.Name)
                ? null
                : $"{name} has [{oddity.Detail}] but is no step: add {StepAttributes}, or remove [{oddity.Detail}]",
            OddityKind.AttributeOnCondition => $"[{oddity.Detail}] means nothing on {name}, which is a {(sop.Times.Any(time => time.Name == oddity.Name) ? "time" : "condition")}: remove it, or move it to the step that it is about",
            OddityKind.AttributeOnWrongKind => Misplaced(sop, oddity),
            OddityKind.ContextElsewhere => $"[Context] means nothing on parameter '{oddity.Detail}' of {name}, which nobody is asked to approve: remove it, or put it on what a checkpoint only shows",
            _ => null,
        };
    }

    private static string Misplaced(SopModel sop, OddityModel oddity)
    {
        var step = sop.Steps.First(candidate => candidate.Name == oddity.Name && candidate.Overload == oddity.Place.Overload);
        var fits = MessageText.Or(AttributeTable.Of(oddity.Detail)!.Kinds!.Select(kind => StepKinds.Of(kind).Words).ToList());
        return $"[{oddity.Detail}] means nothing on {MessageText.Of(sop, step)}, which is {step.Traits.Words}: remove it, or put it on {fits}";
    }
}
