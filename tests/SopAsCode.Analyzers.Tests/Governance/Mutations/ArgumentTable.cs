namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>What is said when a named argument is missing.</summary>
/// <param name="Rules">The rules that speak, with spaces between them; empty for none.</param>
/// <param name="Because">Why no rule speaks; empty where one does.</param>
internal sealed record MissingArgumentRow(string Rules, string Because);

/// <summary>Every named argument that the example uses, and which rule speaks when it is missing, or why none does.</summary>
internal static class ArgumentTable
{
    /// <summary>The rows, by attribute and argument.</summary>
    public static readonly IReadOnlyDictionary<string, MissingArgumentRow> Rows = new Dictionary<string, MissingArgumentRow>(StringComparer.Ordinal)
    {
        // A rule speaks.
        ["Purpose.Output"] = Says("SOP0801"),
        ["Metric.Baseline"] = Says("SOP0703"),
        ["Metric.Target"] = Says("SOP0703"),
        ["Metric.Unit"] = Says("SOP0703"),
        ["Review.Last"] = Says("SOP0706"),
        ["Fallback.SwitchWhen"] = Says("SOP0406"),
        ["Next.When"] = Says("SOP0404"),
        ["AiStep.Level"] = Says("SOP0207"),
        ["Prompt.File"] = Says("SOP0601"),
        ["Due.Days"] = Says("SOP0005"),
        ["Due.Hours"] = Says("SOP0005"),
        ["Due.Minutes"] = Says("SOP0005"),
        ["Due.By"] = Says("SOP0005"),
        ["Remind.Days"] = Says("SOP0005"),
        ["Remind.Hours"] = Says("SOP0005"),
        ["After.Minutes"] = Says("SOP0005"),
        ["After.Days"] = Says("SOP0005"),
        ["SpotCheck.OneIn"] = Says("SOP0005"),
        ["Handoff.Wait"] = Says("SOP0006"),
        ["Handoff.Result"] = Says("SOP0007"),
        ["Grant.By"] = Says("SOP0306"),
        ["Grant.On"] = Says("SOP0212"),
        ["Grant.Because"] = Says("SOP0212"),
        ["Allow.UpTo"] = Says("SOP0502"),
        ["Sop.Stage"] = Says("SOP0002"),
        ["Disclosure.Because"] = Says("SOP0503"),
        ["Waive.Because"] = Says("SOP0305 SOP1101"),
        ["Waive.By"] = Says("SOP0305 SOP1101"),
        ["Waive.Until"] = Says("SOP0305 SOP1101"),
        ["Limit.When"] = Says("SOP0301"),
        ["Trigger.Cron"] = Says("SOP0809"),
        ["Trigger.Each"] = Says("SOP0001"),
        ["OnReject.AtMost"] = Says("SOP0410"),

        // The machine does something else, which is as good a decision.
        ["OnFailure.Retries"] = Silent("not to try again is a decision too: the failure leads on at once"),
        ["Next.AtMost"] = Silent("a person or a wait is in the loop, and can end it; SOP0403 speaks where none is"),
        ["Next.Then"] = Silent("the manual path is where a run goes when a bound is reached and nothing else is named"),
        ["OnReject.Then"] = Silent("the manual path is where a run goes when a bound is reached and nothing else is named"),
        ["Limit.Else"] = Silent("the manual path is where a run goes outside a limit when nothing else is named"),
        ["Trigger.Start"] = Silent("a run begins at the first step where no other is named"),
        ["Meanwhile.Until"] = Silent("a task that names no step belongs to its own"),
        ["Meanwhile.Every"] = Silent("once is enough for most tasks"),
        ["Limit.PerDay"] = Silent("of a write that does no harm: the first place of the example; SOP0208 and the rules about the write speak at others"),

        // The page says less.
        ["Limit.Since"] = Silent("of a write that does no harm: the first place of the example; SOP0208 and the rules about the write speak at others"),
        ["Limit.Evidence"] = Silent("of a write that does no harm: the first place of the example; SOP0209 speaks at others"),
        ["ValueStream.Part"] = Silent("where in the stream it is, is for readers; small streams have no parts"),
        ["OutOfScope.Covered"] = Silent("often no SOP covers what is left out"),
        ["Metric.Until"] = Silent("the time to the end of the run counts then, as page and scorecard say"),
        ["Metric.Name"] = Silent("the name of the measure takes its place"),
        ["Checklist.Title"] = Silent("a short list needs no group with a name"),
        ["Change.Moves"] = Silent("the step that is no more is in no declaration, so nothing shows that a move is missing"),
        ["Prompt.Version"] = Silent("a prompt may be told apart by the version of its SOP, which SOP0804 asks to rise with it"),
        ["Limitation.Workaround"] = Silent("against some mistakes of an AI there is none"),
        ["Writes.Irreversible"] = Silent("the impact stays, and rules ask for as much because of it"),
        ["Grant.Until"] = Silent("a grant without an end holds until it is taken back"),
        ["OfficeHours.Zone"] = Silent("UTC is the zone where none is named, and it is one"),
        ["Feeds.Via"] = Silent("what connects two tools is for readers"),
        ["Assessment.Repeatability"] = Silent("a score not given yet: no rule asks an idea for anything"),
        ["Assessment.Risk"] = Silent("a score not given yet: no rule asks an idea for anything"),
        ["Assessment.DataReadiness"] = Silent("a score not given yet: no rule asks an idea for anything"),
        ["Assessment.Judgement"] = Silent("a score not given yet: no rule asks an idea for anything"),
        ["Assessment.MinutesSaved"] = Silent("an estimate not made yet: no rule asks an idea for anything"),
    };

    private static MissingArgumentRow Says(string rules) => new(rules, "");

    private static MissingArgumentRow Silent(string because) => new("", because);
}
