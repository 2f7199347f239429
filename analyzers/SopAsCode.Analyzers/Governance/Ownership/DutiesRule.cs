using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;

namespace SopAsCode.Analyzers;

/// <summary>SOP0105: nobody has the duty to build the SOP, to review its output, or to keep its page up to date.</summary>
internal sealed class DutiesRule() : SopRule(
    Id,
    "Duty that is nobody's",
    "an SOP in which building, reviewing or documentation is nobody's duty",
    new(Starter: Info, Recommended: Info, Strict: Warning),
    new RuleFix(FixNames.AssignDuties, "give the duties to the owner"))
{
    public const string Id = "SOP0105";

    internal override Requires Requires => Requires.Active | Requires.Class;

    private static readonly (Duty Duty, string Words)[] Wanted =
    [
        (Duty.Builder, "builds it"),
        (Duty.Reviewer, "reviews what comes out"),
        (Duty.Documentation, "keeps its page"),
    ];

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        var open = Wanted.Where(wanted => sop.Sop.Duties.All(duty => duty.Duty != wanted.Duty)).ToList();
        if (open.Count > 0)
        {
            var who = MessageText.Or([.. open.Select(one => one.Words)]);
            var duties = MessageText.And([.. open.Select(one => $"Duty.{one.Duty}")]);
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Sop.Class.Name}' does not say who {who}: add [Responsible<…>(…)] with {duties}")
            {
                Fix = open.Exists(one => one.Duty == Duty.Builder) && GrantsIt(sop.Sop)
                    ? null
                    : new(FixNames.AssignDuties, string.Join(",", open.Select(one => one.Duty))),
            };
        }
    }

    // The role that gives a grant should not be the builder, so if the owner gives one, the SOP must say who builds it.
    private static bool GrantsIt(SopModel sop) => sop.Grants.Any(grant => grant.By?.Type == sop.Owner?.Type);
}
