using SopAsCode.Definitions;

namespace SopAsCode.Figures;

/// <summary>
/// The rules by which a change follows from the figures of a period, the most important first. Each asks for enough cases: below that nothing is suggested.
/// </summary>
internal static class ChangeRules
{
    private const int FewestSamples = 3;
    private const int FewestAnswers = 4;
    private const int FewestFailures = 3;
    private const int FewestLate = 2;
    private const int FewestManual = 2;
    private const int FewestOutside = 5;
    private const double MostSentBack = 30;
    private const double MostEdited = 50;

    private static readonly IReadOnlyList<Func<SopDefinition, IReadOnlyList<Fact>, IEnumerable<(int Weight, SuggestedChange Change)>>> Rules = [WrongSamples, SentBack, Edited, Late, Failures, Manual, OutsideLimits];

    /// <summary>The changes that follow, those of the first rule first, and within a rule those with the most cases.</summary>
    public static IReadOnlyList<SuggestedChange> Find(RunFacts facts, Period period)
    {
        var bySop = facts.Sops.Select(sop => (Sop: sop, Facts: (IReadOnlyList<Fact>)[.. facts.RunsOf(sop.Id).SelectMany(run => run.In<Fact>(period))])).Where(one => one.Facts.Count > 0).ToList();
        return [.. Rules.SelectMany(rule => bySop.SelectMany(one => rule(one.Sop, one.Facts)).OrderByDescending(found => found.Weight).ThenBy(found => found.Change.Sop + found.Change.Step, StringComparer.Ordinal).Select(found => found.Change))];
    }

    private static IEnumerable<(int, SuggestedChange)> WrongSamples(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from samples in facts.OfType<Sampled>().GroupBy(sample => sample.Of, StringComparer.Ordinal)
        let wrong = samples.Count(sample => !sample.IsRight)
        where samples.Count() >= FewestSamples && wrong > 0
        select Change(wrong, "samples were wrong", sop, samples.Key, StepOf(sop, samples.Key)?.Limit is not null
            ? "take its autonomy back: let a person approve what it writes, until samples are right again"
            : "find out what the wrong samples have in common, and say it in its prompt or instructions", $"{wrong} of {samples.Count()} samples were wrong");

    private static IEnumerable<(int, SuggestedChange)> SentBack(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from answers in facts.OfType<LookedAt>().GroupBy(look => look.Step, StringComparer.Ordinal)
        let sent = answers.Count(look => !look.IsApproved)
        where answers.Count() >= FewestAnswers && 100.0 * sent / answers.Count() >= MostSentBack
        let draft = answers.SelectMany(look => look.Drafts).GroupBy(step => step, StringComparer.Ordinal).OrderByDescending(step => step.Count()).ThenBy(step => step.Key, StringComparer.Ordinal).FirstOrDefault()?.Key
        select Change(sent, "much is sent back", sop, answers.Key, draft is null
            ? "read the reasons, and say in the instructions of the step before what reviewers miss"
            : $"read the reasons, and say in the prompt of '{draft}' what reviewers miss", $"{sent} of {answers.Count()} answers sent the work back");

    private static IEnumerable<(int, SuggestedChange)> Edited(SopDefinition sop, IReadOnlyList<Fact> facts)
    {
        var looks = facts.OfType<LookedAt>().Where(look => look.IsApproved).ToList();
        return from step in looks.SelectMany(look => look.Drafts).Distinct(StringComparer.Ordinal)
               let drafts = looks.Count(look => look.Drafts.Contains(step, StringComparer.Ordinal))
               let edited = looks.Count(look => look.Edited.Contains(step, StringComparer.Ordinal))
               where drafts >= FewestAnswers && 100.0 * edited / drafts >= MostEdited
               select Change(edited, "drafts are edited", sop, step, "say in its prompt what people correct each time", $"{edited} of {drafts} approved drafts were corrected");
    }

    private static IEnumerable<(int, SuggestedChange)> Late(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from late in facts.OfType<RanLate>().Where(late => !late.IsRun).GroupBy(late => late.Step, StringComparer.Ordinal)
        where late.Count() >= FewestLate
        select Change(late.Count(), "time runs out", sop, late.Key, "give it to somebody who has the time, remind earlier, or change its [Due]", $"its time was over {late.Count()} times");

    private static IEnumerable<(int, SuggestedChange)> Failures(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from failures in facts.OfType<AttemptFailed>().GroupBy(failure => failure.Step, StringComparer.Ordinal)
        where failures.Count() >= FewestFailures
        select Change(failures.Count(), "attempts fail", sop, failures.Key, "mend what fails, or give the step more retries", $"{failures.Count()} attempts failed");

    private static IEnumerable<(int, SuggestedChange)> Manual(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from manual in facts.OfType<WentManual>().GroupBy(manual => manual.Step, StringComparer.Ordinal)
        where manual.Count() >= FewestManual
        select Change(manual.Count(), "the manual path is taken", sop, manual.Key, "make a path of its own for these cases, or mend what sends them there", $"{manual.Count()} runs went from there to the manual path");

    private static IEnumerable<(int, SuggestedChange)> OutsideLimits(SopDefinition sop, IReadOnlyList<Fact> facts) =>
        from outside in facts.OfType<OutsideLimit>().GroupBy(outside => outside.Step, StringComparer.Ordinal)
        where outside.Count() >= FewestOutside
        select Change(outside.Count(), "a limit is left often", sop, outside.Key, "send the cases that it must not do elsewhere before they reach it, or decide on another limit", $"{outside.Count()} times it was outside its limit");

    private static (int, SuggestedChange) Change(int weight, string rule, SopDefinition sop, string step, string what, string because) =>
        (weight, new() { Rule = rule, Sop = sop.Id, Step = step, What = $"'{StepOf(sop, step)?.Title ?? step}': {what}", Because = because });

    private static StepDefinition? StepOf(SopDefinition sop, string step) => sop.StepOf(step);
}
