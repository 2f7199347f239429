using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>SOP0412: a condition depends on more than the values of the run, or does more than answer.</summary>
internal sealed class ImpureConditionRule() : SopRule(
    Id,
    "Condition that does more than ask the run",
    "a condition that reads a clock, a file or an AI, sends, waits, or changes something",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0412";

    public override bool FollowsPaths => false;

    public override RuleAdvice? Advice => new("a condition that asks a service or a static member which other code may change");

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Severity(Id) is null)
        {
            yield break;
        }

        foreach (var condition in sop.Sop.Questions)
        {
            if (sop.Bodies.Of(condition) is { } member && FirstOf(sop, member) is var (reached, use))
            {
                var by = reached.Way.Count == 0 ? $"'{MessageText.Text(use.Source)}'" : $"'{sop.Bodies.Way(member, reached, MessageText.Text(use.Source))}'";
                yield return new(
                    Id,
                    SopBodies.PlaceOf(member, reached.At(use.Node)),
                    $"{(condition.IsTime ? "Time" : "Condition")} {MessageText.Member(sop.Sop, condition.Name)} {use.What} ({by}), so its answer may change: let a step find that out before, and ask its value")
                {
                    IsAdvice = !use.IsCertain,
                };
            }
        }
    }

    /// <summary>What a condition does besides asking the run, the surest first; null when it does nothing else.</summary>
    public static (ReachedBody Reached, ImpureUse Use)? FirstOf(RuleContext sop, BodyMember condition)
    {
        (ReachedBody Reached, ImpureUse Use)? likely = null;
        foreach (var reached in sop.Bodies.Reach(condition))
        {
            if (reached.Facts.Ai.FirstOrDefault(use => !use.IsStored) is { } ai)
            {
                return (reached, new("asks an AI", ai.Client, IsCertain: true, ai.Node));
            }

            foreach (var use in reached.Facts.Impure.Where(use => !IsHarmless(reached, use)))
            {
                if (use.IsCertain)
                {
                    return (reached, use);
                }

                likely ??= (reached, use);
            }
        }

        foreach (var begun in sop.Bodies.Beginnings(condition).Where(begun => begun.Use.IsCertain))
        {
            return begun;
        }

        return likely;
    }

    // A helper may fill a list that its caller made, and a memory of what was found out before changes no result.
    private static bool IsHarmless(ReachedBody reached, ImpureUse use) =>
        (use.Kind == ImpureKind.Parameter && reached.Way.Count > 0)
        || (use.Kind == ImpureKind.Store && reached.Facts.Stores.Exists(store => store.Name == use.Source
            && (store.IsLazy || (store.Access == StoreAccess.Read && reached.Facts.Stores.Exists(put => put.Key == store.Key && put.Access == StoreAccess.Write)))));
}
