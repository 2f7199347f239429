namespace SopAsCode.Model;

/// <summary>SOP0004: two things have one name. Two SOPs with one id are found where all SOPs are known.</summary>
internal static class NamesRule
{
    public const string Id = "SOP0004";

    public static IEnumerable<Finding> Check(SopModel sop)
    {
        Dictionary<string, StepModel> titles = new(StringComparer.OrdinalIgnoreCase);
        foreach (var step in sop.Steps)
        {
            if (ReservedNames.Holds(step.Name))
            {
                yield return new(Id, step.NameSite, $"step '{step.Name}' has a name that the generated part of '{sop.Class.Name}' needs: give it another one")
                {
                    Fix = new(FixNames.Rename, step.Name + "Step"),
                };
            }
            else if (step.Name == sop.Class.Name)
            {
                yield return new(Id, step.NameSite, $"step '{step.Name}' is named like its SOP: give it another name");
            }

            if (titles.TryGetValue(step.Title, out var first) && first.Name != step.Name)
            {
                yield return new(Id, step.Site, $"steps '{first.Name}' and '{step.Name}' have one title, '{step.Title}': people could not tell them apart");
            }
            else
            {
                titles[step.Title] = step;
            }
        }

        foreach (var name in sop.Class.OtherMembers)
        {
            if (!ReservedNames.States.Any(state => state == name) && !ReservedNames.Inherited.Any(inherited => inherited == name))
            {
                yield return new(Id, Site.OfClass, $"'{sop.Class.Name}' has a member '{name}', a name that its generated part needs: give it another one");
            }
        }

        foreach (var step in sop.Steps)
        {
            for (var i = 0; i < step.Method.Parameters.Count; i++)
            {
                if (IsTaken(step.Method.Parameters[i].Type))
                {
                    yield return new(Id, new(step.Name, step.Overload, SitePart.Parameter, i), Taken(step, step.Method.Parameters[i].Type));
                }
            }

            if (step.Method.Result is { } result && IsTaken(result))
            {
                yield return new(Id, new(step.Name, step.Overload, SitePart.ReturnType), Taken(step, result));
            }
        }
    }

    /// <summary>Two SOPs with one id.</summary>
    public static Finding SharedId(SopModel sop, string other) =>
        new(Id, sop.HasOwnId ? sop.SopSite.At("Id") : Site.OfClass, $"SOPs '{sop.Class.Name}' and '{other}' have one id, '{sop.Id}': set [Sop(…, Id = \"…\")] on one of them");

    private static bool IsTaken(TypeUse type) => type.Short is "State" or "Trigger";

    private static string Taken(StepModel step, TypeUse type) =>
        $"data of step '{step.Name}' has the type '{type.Short}', which means the generated enum inside an SOP: give the type another name";
}
