using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0806: titles of steps that are too long or do not say what to do, or too many steps.</summary>
internal sealed class StepTitlesRule() : SopRule(
    Id,
    "Step titles that are long or lack a verb, or too many steps",
    "a step title that is too long or does not start with a verb; more steps than the policy wants",
    new(Starter: Info, Recommended: Info, Strict: Info))
{
    public const string Id = "SOP0806";

    internal override Requires Requires => Requires.Active;

    private const int Longest = 80;

    internal override IEnumerable<Finding> Check(RuleContext sop) => [.. TooMany(sop), .. sop.Sop.Steps.SelectMany(step => OfStep(sop.Sop, step))];

    private static IEnumerable<Finding> TooMany(RuleContext of)
    {
        var count = of.Sop.Steps.Count;
        if (of.Policy is { MaxSteps: > 0 and { } most } policy && count > most)
        {
            yield return new(
                Id, DeclarationPlace.OfClass, $"SOP '{of.Sop.Class.Name}' has {Number(count)} steps, but policy '{policy.Name}' wants {Number(most)} at most: hand a part of it to an SOP of its own");
        }
    }

    private static IEnumerable<Finding> OfStep(SopModel sop, StepModel step)
    {
        var title = step.Title.Trim();
        var site = step.Place.At(step.Traits.TitleArgument);
        if (title.Length > Longest)
        {
            yield return new(Id, site, $"The title of {MessageText.Of(sop, step)} has {Number(title.Length)} letters, more than fit on a line: keep to {Number(Longest)}, and put the rest into [Instructions(\"…\")]");
        }
        else if (step.Kind != StepKind.Wait && FirstWord.IsNoVerb(title) is { } word)
        {
            // The thing that a step waits for happens by itself, so its title needs no verb.
            yield return new(Id, site, $"The title of {MessageText.Of(sop, step)} starts with '{word}', which does not say what to do: start with a verb, such as 'Check', 'Write' or 'Send'")
            {
                // One habit of an author is one finding.
                Cause = "verb",
            };
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
