namespace SopAsCode.Model;

/// <summary>SOP0002: the steps are not what steps must be.</summary>
internal static class StepsRule
{
    public const string Id = "SOP0002";

    public static IEnumerable<Finding> Check(SopModel sop)
    {
        if (sop.Steps.Count == 0)
        {
            yield return new(Id, Site.OfClass, $"SOP '{sop.Class.Name}' has no step: mark a method with [HumanStep<…>], [AiStep<…>], [Checkpoint<…>] or [AutomatedStep]");
        }

        foreach (var step in sop.Steps)
        {
            if (step.Overload > 0)
            {
                yield return new(Id, step.NameSite, $"'{step.Name}' is a step twice: a step is named by its method, so give each one a name of its own");
            }
        }

        foreach (var oddity in sop.Oddities)
        {
            yield return new(Id, oddity.Site, Words(sop, oddity));
        }
    }

    private static string Words(SopModel sop, OddityModel oddity) => oddity.Kind switch
    {
        OddityKind.TwoStepAttributes => $"'{oddity.Name}' has {oddity.Detail}: a step is done by one of them, so split it in two",
        OddityKind.StepElsewhere => $"step '{oddity.Name}' stands in another declaration of '{sop.Class.Name}' than the first step: the order of the source is the order of the work, so keep all steps in one",
        OddityKind.AttributeWithoutStep => $"'{oddity.Name}' has [{oddity.Detail}] but is no step: add [HumanStep<…>], [AiStep<…>], [Checkpoint<…>] or [AutomatedStep], or remove it",
        _ => Misplaced(sop, oddity),
    };

    private static string Misplaced(SopModel sop, OddityModel oddity)
    {
        var step = sop.Steps.First(candidate => candidate.Name == oddity.Name && candidate.Overload == oddity.Site.Overload);
        var fits = string.Join(" or ", StepVocabulary.WhereItFits(oddity.Detail)!.Select(StepVocabulary.Words));
        return $"[{oddity.Detail}] means nothing on '{oddity.Name}', which is {StepVocabulary.Words(step.Kind)}: it belongs on {fits}";
    }
}
