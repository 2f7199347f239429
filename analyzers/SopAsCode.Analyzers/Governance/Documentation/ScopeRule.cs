using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0803: the SOP says neither what it does not cover nor what must be ready before a run.</summary>
internal sealed class ScopeRule() : SopRule(
    Id,
    "SOP that says neither where it ends nor what it needs",
    "an SOP that says neither what it leaves out nor what it needs",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AddAttribute, "add `[Prerequisite(…)]` to fill in"))
{
    public const string Id = "SOP0803";

    internal override Requires Requires => Requires.Active | Requires.Class;

    internal override IEnumerable<Finding> Check(RuleContext of)
    {
        var sop = of.Sop;
        if (sop.OutOfScope.All(line => PlaceholderText.Is(line.What) && line.Covered is null) && sop.Prerequisites.All(PlaceholderText.Is))
        {
            yield return new(
                Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' says neither what it leaves out nor what it needs: add [OutOfScope(\"…\")] or [Prerequisite(\"…\")]")
            {
                Fix = Scaffold.Attribute("Prerequisite", Scaffold.ToFillIn),
            };
        }
    }
}
