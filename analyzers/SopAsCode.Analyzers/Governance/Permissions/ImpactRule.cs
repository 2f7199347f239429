using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0202: a write names an impact that the class of its tool does not have; or, as a warning, none, where the class of the tool states one, or where
/// neither states any and no person does the write.
/// </summary>
internal sealed class ImpactRule() : SopRule(
    Id,
    "Impact of a write that does not fit its tool",
    "a write that names an impact its tool does not touch, or `Impact.None` where its tool touches something",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.AddImpact, "name the impact that the tool says"))
{
    public const string Id = "SOP0202";

    public override bool SpeaksElsewhere => true;

    public override RuleAdvice? Advice =>
        new("a write that does not say where it can hurt, where its tool does not say that it can't", new RuleFix(FixNames.AddImpact, "name the impact that the tool says")) { IsErrorAtStrict = true };

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps)
        {
            foreach (var access in step.Access)
            {
                if (IsContradicted(access))
                {
                    yield return Contradicted(sop.Sop, step, access, WriteWords.Known(access.Tool.Touches!.Value));
                }
                else if (IsOpen(access) && Unsaid(sop.Sop, step, access) is { } unsaid)
                {
                    yield return unsaid with { IsAdvice = !sop.Project.IsStrict };
                }
            }
        }
    }

    /// <summary>Neither the write nor its tool states that it is harmless, and the write does not state where it can hurt.</summary>
    public static bool IsOpen(AccessModel access) => access is { Kind: Access.Write, Impact: null, Tool.HasUnfinishedAttribute: false }
        && (access.Tool.Touches is not { } touches || WriteWords.Known(touches) != Impact.None);

    /// <summary>The write and its tool contradict each other about where it can hurt.</summary>
    public static bool IsContradicted(AccessModel access) => access is { IsContradicted: true, Tool.HasUnfinishedAttribute: false };

    /// <summary>Whether a rule leaves a write that can hurt to this one: what it needs follows from the impact that has to be named first.</summary>
    public static bool Tells(RuleContext sop, string rule, AccessModel access) => IsContradicted(access) && sop.GivesWay(rule, Id);

    /// <summary>Whether a rule leaves all writes of a step that can hurt to this one.</summary>
    public static bool TellsAll(RuleContext sop, string rule, StepModel step) =>
        sop.IsFinished(step) && step.Access.Any(access => access.HasEffect) && step.Access.Where(access => access.HasEffect).All(access => Tells(sop, rule, access));

    private static Finding Contradicted(SopModel sop, StepModel step, AccessModel access, Impact touches)
    {
        var named = access.Impact!.Value;
        var (outside, isUnsaid) = (WriteWords.Known(named & ~touches), WriteWords.Known(named) == Impact.None);
        var said = $"name it as in [Writes<{access.Tool.Name}>({WriteWords.Code((named & touches) == Impact.None ? touches : named & touches)})]";
        var names = named == Impact.None ? "calls its write to" : outside == Impact.None ? "names an impact that does not exist for" : $"names {WriteWords.Words(outside)} for";
        var tool = $"'{access.Tool.Name}', {(touches == Impact.None ? "which says that it touches nothing" : WriteWords.Where(touches))}{(named == Impact.None ? ", harmless" : "")}";
        var advice = outside == Impact.None ? touches == Impact.None ? "take it away" : said
            : touches == Impact.None ? $"add that to [Touches] of '{access.Tool.Name}', or take it away"
            : $"{said}, or add the other to [Touches] of '{access.Tool.Name}'";

        // Which of the two is wrong where both name something, only a person knows.
        return new(Id, access.Place, $"{MessageText.Of(sop, step)} {names} {tool}: {advice}") { Fix = isUnsaid && touches != Impact.None ? new(FixNames.AddImpact, touches.ToString()) : null };
    }

    // A write of a person is that person's own act, so no rule asks for a permission where nobody says anything.
    private static Finding? Unsaid(SopModel sop, StepModel step, AccessModel access)
    {
        if (access.Tool.Touches is { } stated)
        {
            var touches = WriteWords.Known(stated);
            return new(Id, access.Place, Words(sop, step, access, touches)) { Fix = new(FixNames.AddImpact, touches.ToString()) };
        }

        return step.Traits.IsByMachine ? new(Id, access.Place, Words(sop, step, access)) : null;
    }

    private static string Words(SopModel sop, StepModel step, AccessModel access, Impact touches) =>
        $"{MessageText.Of(sop, step)} writes to '{access.Tool.Name}', {WriteWords.Where(touches)}, and does not say which, so it counts as all of it: "
        + $"name it as in [Writes<{access.Tool.Name}>({WriteWords.Code(touches)})]";

    private static string Words(SopModel sop, StepModel step, AccessModel access) =>
        $"{MessageText.Of(sop, step)} writes to '{access.Tool.Name}', and neither says where that can hurt: "
        + $"name it in [Writes<{access.Tool.Name}>(…)], such as Impact.Customers or Impact.None";
}
