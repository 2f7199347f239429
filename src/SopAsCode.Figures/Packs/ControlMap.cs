using SopAsCode.Definitions;

namespace SopAsCode.Figures;

/// <summary>Which declaration, rule and guarantee controls what, and how often it was at work in the period.</summary>
internal static class ControlMap
{
    /// <summary>The map for the SOPs of a pack.</summary>
    public static Sheet Of(RunFacts facts, Period period, IEnumerable<string> sops)
    {
        List<SheetBlock> blocks =
        [
            new SheetText($"What is declared today, and how often it was at work in {period}. The numbers are counted from the events of all runs of an SOP in those days."),
            new SheetHeading("Always"),
            new SheetTable(["Risk", "Held by", "Look for it in this pack"],
            [
                ["The record is changed later", "each event has the hash of the one before it", $"{PackFiles.Events}: verify computes all hashes again"],
                ["The record is cut or written anew", "heads are exported and kept elsewhere", $"{PackFiles.Anchor}, and an anchor of your own: verify --pack FOLDER --anchor FILE"],
                ["An AI approves", "the runtime refuses an answer at a checkpoint by anybody who is no person", "verify looks at who answered each Approved and Rejected"],
                ["What is done is not what was approved", "an approval is bound to the digest of what was shown, and released writes name it; SOP0314", "Approved has digest and values, ActionTaken the approvals"],
                ["One approval releases two writes", "it is used up in the append that records the write", "ActionTaken names the approvals that it used up"],
                ["A write that nobody approved", "SOP0201 in the build, the runtime before each write", "ActionTaken without approvals; see the limits below"],
                ["Unreviewed output of AI reaches somebody", "SOP0301 in the build", "the pages of runs"],
                ["A write that nobody granted", "SOP0203 in the build, the runtime before each write", "the grants below"],
            ]),
        ];
        foreach (var id in sops.Order(StringComparer.Ordinal))
        {
            if (facts.Find(id) is not { } sop)
            {
                blocks.Add(new SheetHeading(id));
                blocks.Add(new SheetText("The program that made this pack does not know this SOP any more, so its declaration is not here."));
                continue;
            }

            blocks.Add(new SheetHeading($"{sop.Title} ({sop.Id}{(sop.Version is { } version ? $" {version}" : "")})"));
            blocks.Add(new SheetText($"Owner: {sop.Owner?.Title ?? "nobody"}. Backup: {sop.Backup?.Title ?? "nobody"}. Fingerprint: {sop.Fingerprint ?? "none"}."));
            blocks.Add(new SheetTable(["Control", "Where", "What it holds", "At work"], [.. Rows(sop, [.. facts.RunsOf(id).SelectMany(run => run.In<Fact>(period))])]));
        }

        return new() { Title = "Control map", Blocks = blocks };
    }

    private static IEnumerable<string[]> Rows(SopDefinition sop, IReadOnlyList<Fact> facts)
    {
        foreach (var step in sop.Steps)
        {
            if (step.Kind == StepKind.Checkpoint)
            {
                var looks = facts.OfType<LookedAt>().Where(look => look.Step == step.Name).ToList();
                yield return ["Checkpoint", step.Name, $"{(step.Approvals > 1 ? $"{step.Approvals} holders" : "a holder")} of {step.Performer?.Title ?? "a role"} must approve{(step.NotBy is { } other ? $", nobody who did {other}" : "")}", $"{looks.Count(look => look.IsApproved)} approved, {looks.Count(look => !look.IsApproved)} rejected"];
            }

            if (step.Kind == StepKind.Ai)
            {
                yield return ["AI step", step.Name, $"{step.Performer?.Title ?? "AI"}{(step.Model is { } model ? $", {model}" : "")}, level {(int)(step.Level ?? Level.ReadOnly)}{(step.PromptVersion is { } prompt ? $", prompt {prompt}" : "")}", Words.Count(facts.OfType<AiAnswered>().Count(answer => answer.Step == step.Name), "output")];
            }

            foreach (var access in step.Access.Where(access => access.Kind == Access.Write))
            {
                var writes = facts.OfType<Wrote>().Where(write => write.Step == step.Name && write.Tool == access.Tool.Type).ToList();
                yield return ["Write", step.Name, $"to {access.Tool.Title} ({access.Impact}{(access.Irreversible ? ", can't be undone" : "")})", $"{Words.Count(writes.Count, "write")}, {writes.Count(write => write.IsApproved)} released by an approval"];
            }

            if (step.Limit is { } limit)
            {
                yield return ["Limit", step.Name, $"{limit.Text}{(limit.PerDay is { } perDay ? $"; {perDay} a day" : "")}{(limit.Since is { } since ? $"; since {Period.Day(since)}" : "")}", $"{Words.Count(facts.OfType<LimitCounted>().Count(start => start.Step == step.Name), "start")}, {facts.OfType<OutsideLimit>().Count(outside => outside.Step == step.Name)} outside"];
            }

            if (step.SpotCheck is { } check)
            {
                var samples = facts.OfType<Sampled>().Where(sample => sample.Of == step.Name).ToList();
                yield return ["Spot check", step.Name, $"{check.Role.Title} looks at one in {check.OneIn}", $"{samples.Count} looked at, {samples.Count(sample => !sample.IsRight)} wrong"];
            }

            if (step.Due is not null || step.DueBy is not null)
            {
                yield return ["Due", step.Name, "it is late when its time is over", $"late {Words.Count(facts.OfType<RanLate>().Count(late => late.Step == step.Name && !late.IsRun), "time")}"];
            }

            foreach (var waiver in step.Remarks.Waivers)
            {
                yield return Waiver(waiver, step.Name);
            }
        }

        foreach (var grant in sop.Grants)
        {
            yield return ["Grant", "the SOP", $"{grant.Tool.Title} ({grant.Impact}){(grant.By is { } by ? $", by {by.Title}" : "")}{(grant.Until is { } until ? $", until {Period.Day(until)}" : "")}", Words.None];
        }

        foreach (var waiver in sop.Remarks.Waivers)
        {
            yield return Waiver(waiver, "the SOP");
        }

        if (sop.Fallback is { } fallback)
        {
            yield return ["Manual path", "the SOP", fallback.How, Words.Count(facts.OfType<WentManual>().Count(), "time")];
        }
    }

    private static string[] Waiver(WaiverDefinition waiver, string where) =>
        ["Waiver", where, $"{waiver.Rule} does not hold here{(waiver.Because is { } because ? $": {because}" : "")}{(waiver.By is { } by ? $"; by {by.Title}" : "")}{(waiver.Until is { } until ? $"; until {Period.Day(until)}" : "; no end")}", Words.None];
}
