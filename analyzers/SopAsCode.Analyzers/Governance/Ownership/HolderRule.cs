using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0103: work goes to a role that nobody holds. A policy that names no holder at all states nothing about holders; but nobody can hold
/// the base class of all roles, whatever a policy says.
/// </summary>
internal sealed class HolderRule() : SopRule(
    Id,
    "Role that nobody holds",
    "a role that no holder of the policy fills",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddHolder, "add `[Holder<…>]` to the policy, one offer per person"))
{
    public const string Id = "SOP0103";

    public override bool SpeaksElsewhere => true;

    internal override Requires Requires => Requires.Active;

    internal override IEnumerable<Finding> Check(RuleContext of) => [.. NoRole(of.Sop), .. NotHeld(of)];

    // Other rules report this for the owner and the backup.
    private static IEnumerable<Finding> NoRole(SopModel sop) =>
        from named in RolesOf(sop)
        where named.Role.IsRoleItself && named.Role.Place != sop.Owner?.Place && named.Role.Place != sop.Backup?.Place
        select new Finding(Id, named.Role.Place, $"'{named.Role.Name}' {named.Does}, but all roles derive from it, so that is nobody: name a role of the team in its place");

    private static IEnumerable<Finding> NotHeld(RuleContext of)
    {
        if (of.FinishedPolicy is not { Holders.Count: > 0 } policy)
        {
            yield break;
        }

        HashSet<string> held = new(policy.Holders.Where(holder => !PlaceholderText.Is(holder.Person)).SelectMany(holder => holder.Role.Bases.Prepend(holder.Role.Type)), StringComparer.Ordinal);
        foreach (var (role, does) in RolesOf(of.Sop))
        {
            // A role is reported once, at the place where it is named first.
            if (role.IsRole && held.Add(role.Type))
            {
                yield return new(
                    Id,
                    role.Place,
                    $"Role '{role.Name}' {does}, but nobody holds it: add [Holder<{role.Name}>(\"…\")], with how that person signs in, to policy '{policy.Name}'");
            }
        }
    }

    private static IEnumerable<(PartyModel Role, string Does)> RolesOf(SopModel sop)
    {
        if (sop.Owner is { } owner)
        {
            yield return (owner, $"owns SOP '{sop.Class.Name}'");
        }

        if (sop.Backup is { } backup)
        {
            yield return (backup, $"backs up SOP '{sop.Class.Name}'");
        }

        foreach (var duty in sop.Duties)
        {
            yield return (duty.Role, $"has a duty in SOP '{sop.Class.Name}'");
        }

        foreach (var named in Listening(sop.Remarks, $"SOP '{sop.Class.Name}'").Concat(sop.Steps.SelectMany(step => Listening(step.Remarks, MessageText.Of(sop, step)))))
        {
            yield return named;
        }

        foreach (var step in sop.Steps)
        {
            if (step is { Traits.IsByPerson: true, Performer: { } performer })
            {
                yield return (performer, $"{(step.Kind == StepKind.Human ? "does" : "decides")} {MessageText.Of(sop, step)}");
            }

            foreach (var task in step.Meanwhile)
            {
                yield return (task.Role, $"does '{MessageText.Text(task.Title)}' beside {MessageText.Of(sop, step)}");
            }

            if (step.SpotCheck is { } spot)
            {
                yield return (spot.Role, $"checks samples of {MessageText.Of(sop, step)}");
            }
        }
    }

    private static IEnumerable<(PartyModel Role, string Does)> Listening(RemarksModel remarks, string of) =>
        remarks.Consulted.Select(role => (role, $"is asked about {of}")).Concat(remarks.Informed.Select(role => (role, $"is told of {of}")));
}
