using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0805: an AI works, and nothing shows what it gets wrong or what a good result looks like. A pilot need not state this, because its purpose is to find it
/// out.
/// </summary>
internal sealed class KnownLimitsRule() : SopRule(
    Id,
    "AI steps without known limits",
    "an SOP whose AI steps show neither limits nor examples nor edge cases",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AddAttribute, "add `[Limitation(…)]` to fill in"))
{
    public const string Id = "SOP0805";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        var steps = sop.Steps.Where(step => step.Kind == StepKind.Ai).ToList();
        if (sop.Pilot is null
            && steps.Count > 0 && steps.TrueForAll(of.IsFinished)
            && !Shows(sop.Remarks) && !steps.Exists(step => Shows(step.Remarks) || step.Limitations.Any(limitation => !PlaceholderText.Is(limitation.Text))))
        {
            var names = MessageText.And([.. steps.Select(step => $"'{step.Name}'")]);
            yield return new(
                Id,
                steps[0].NamePlace,
                $"Nothing in SOP '{sop.Class.Name}' shows what the AI in {names} gets wrong: add [Limitation(\"…\")] to it, or [Example(\"…\", \"…\")] or [EdgeCase(\"…\", \"…\")]")
            {
                RelatedPlaces = [.. steps.Skip(1).Select(step => step.NamePlace)],
                Fix = Scaffold.Attribute("Limitation", Scaffold.ToFillIn),
            };
        }
    }

    private static bool Shows(RemarksModel remarks) =>
        remarks.EdgeCases.Any(rare => !PlaceholderText.Is(rare.Case)) || remarks.Examples.Any(example => !PlaceholderText.Is(example.Text) || !PlaceholderText.Is(example.File));
}
