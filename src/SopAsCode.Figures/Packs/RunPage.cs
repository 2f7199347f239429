using System.Text.Json;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>The page of one sampled run: who saw what, proposed what, approved what, and what was done.</summary>
internal static class RunPage
{
    private const int ShortHash = 12;

    /// <summary>The page.</summary>
    public static Sheet Of(PackedRun run, IReadOnlyList<RecordedEvent> events, IReadOnlyDictionary<string, Content> contents, RunFacts facts, bool withContent)
    {
        List<SheetBlock> blocks =
        [
            new SheetTable(["Figure", "Value"],
            [
                ["SOP", $"{facts.Find(run.Sop)?.Title ?? run.Sop} ({run.Sop}{(run.Version is { } version ? $" {version}" : "")})"],
                ["Began", $"{Words.Time(run.Started)}, by {Who(events[0])}"],
                ["Ended", run.Ended is { } ended ? $"{Words.Time(ended)}, {run.State}" : $"not yet; it is in {run.State}"],
                ["Events", $"{run.Events}"],
                ["Hash of the last event", run.Head],
            ]),
            new SheetHeading("What happened"),
            new SheetText($"Contents and events are named by the first {ShortHash} digits of their hashes; {PackFiles.Events} has them whole."),
            new SheetTable(["No.", "Time", "Step", "Who", "What", "Hash"],
                [.. events.Select(recorded => new[] { $"{recorded.Sequence}", Words.Second(recorded.At), recorded.Step, Who(recorded), What(recorded, facts), Short(recorded.Hash) })]) { Numbers = [0] },
        ];
        if (withContent)
        {
            blocks.Add(new SheetHeading("Contents"));
            blocks.AddRange(contents.Count == 0 ? [new SheetText("They were erased, or there were none.")] : contents.OrderBy(content => content.Key, StringComparer.Ordinal).SelectMany(content => new SheetBlock[] { new SheetHeading(Short(content.Key), 2), new SheetQuote(content.Value.Text) }));
        }

        return new() { Title = $"Run {run.Run}", Blocks = blocks };
    }

    private static string Who(RecordedEvent recorded) => recorded.By.Kind == ActorKind.Host ? "the host" : $"{recorded.By.Name} ({recorded.By.Kind.ToString().ToLowerInvariant()}{(recorded.By.Door is { } door ? $", {door}" : "")})";

    private static string What(RecordedEvent recorded, RunFacts facts)
    {
        try
        {
            var happened = recorded.Read();
            var what = Text(happened, facts);
            return happened is MovingEvent { Move: { } move } && move.From != move.To ? $"{what}. On to {move.To}{(move.Reason is { } reason ? $": {reason}" : "")}" : what;
        }
        catch (JsonException)
        {
            return "can't be read";
        }
    }

    private static string Text(RunEvent happened, RunFacts facts) => happened switch
    {
        RunStarted started => $"began in {started.State}{(started.Trigger is { } trigger ? $", because: {trigger}" : "")}{(started.Input is { } input ? $"; input {Mark(input)}" : "")}{(started.Parent is { } parent ? $"; handed over by {parent.Run}{Waived(parent.Waived)}" : "")}",
        StepStarted started => started.TakenOver ? $"attempt {started.Attempt}, after a worker was lost" : $"attempt {started.Attempt}",
        StepCompleted { Agent: { } agent } done => $"proposed {Marks(done.Values)}, by {facts.TitleOf(agent.Agent)}{(agent.Model is { } model ? $", {model}" : "")}{(agent.PromptVersion is { } version ? $", prompt {version}" : "")}{(agent.Prompt is { } prompt ? $"; was asked {Short(prompt)}" : "")}{Called(agent, facts)}{Reads(done, facts)}",
        StepCompleted done => $"done{(done.Values is { Count: > 0 } ? $", made {Marks(done.Values)}" : "")}{(done.Role is { } role ? $", as {facts.TitleOf(role)}" : "")}{(done.Ticked is > 0 and var ticked ? $", {Words.Count(ticked, "line")} ticked" : "")}{Reads(done, facts)}",
        StepFailed failed => $"failed{(failed.Error is { } error ? $": {error}" : "")}{(failed.Agent is { Prompt: { } prompt } asked ? $"; was asked {Short(prompt)}{Called(asked, facts)}" : "")}{(failed.RetryAt is { } at ? $"; tried again at {Words.Time(at)}" : "")}",
        StepDoneByHand hand => $"{hand.Done} was done by hand, as {facts.TitleOf(hand.Role)}{(hand.Values is { Count: > 0 } ? $", made {Marks(hand.Values)}" : "")}",
        ItemOpened { Item: var item } => $"asked {(item.Roles.Count > 0 ? string.Join(" or ", item.Roles.Select(facts.TitleOf)) : "outside")} to {item.Kind.ToString().ToLowerInvariant()} ({item.Id}, revision {item.Revision}){Shown(item)}{(item.Excluded is { Count: > 0 } excluded ? $"; not {string.Join(", ", excluded)}" : "")}",
        ItemClosed closed => $"{closed.Item} was {closed.Status.ToString().ToLowerInvariant()}",
        Approved yes => $"approved {Marks(yes.Values)} ({yes.Item}, revision {yes.Revision}), as {facts.TitleOf(yes.Role)}, {Words.Count(yes.Ticked, "line")} ticked, after {Words.Duration(yes.Seconds)}"
            + (yes.Edits is { Count: > 0 } edits ? $"; corrected {string.Join(", ", edits.Select(edit => $"{Short(edit.Before)} to {Short(edit.After)}"))}" : "") + (yes.ByPerformer ? "; approved by the performer" : ""),
        Rejected no => $"rejected ({no.Item}, revision {no.Revision}), as {facts.TitleOf(no.Role)}, round {no.Round}, after {Words.Duration(no.Seconds)}; reason {Short(no.Reason.Content)}",
        ActionTaken action => $"{action.Access.ToString().ToLowerInvariant()} to {facts.TitleOf(action.Tool)}{(action.Impact is { } impact ? $" ({impact})" : "")}, {(action.Approvals is { Count: > 0 } approvals ? $"released by {string.Join(", ", approvals)}" : "without an approval")}{(action.ByHand is { } step ? $", by hand in place of {step}" : "")}; key {action.IdempotencyKey}",
        LimitLeft => "outside its limit, not started",
        HandedOff handed => $"handed over to {string.Join(", ", handed.Runs.Select(one => one.Run + Waived(one.Waived)))}",
        AwaitedRunEnded ended => $"{ended.Run} ended {ended.End}",
        SpotChecked check => $"looked at a sample of {check.Sample}: {(check.Right ? "right" : "wrong")}",
        Measured measured => $"measured {measured.Metric}: {Words.Number(measured.Value)}",
        SwitchedToManual manual => $"to the manual path{(manual.Because is { } because ? $": {because}" : "")}",
        RunEnded ended => $"ended {ended.End}",
        ContentErased erased => $"all contents were erased: {erased.Because}",
        TimedOut late => $"its time was over at {Words.Time(late.Due)}",
        Delegated given => $"passed {given.Item} on to {given.To}",
        _ => happened.Name,
    };

    private static string Shown(PendingItem item) => item.Shown is { Count: > 0 } shown ? $"; shown: {string.Join(", ", shown.Select(value => $"{value.Name} {(value.Content is { } content ? Short(content) : "missing")}{(value.Context ? " (context)" : "")}"))}" : "";

    private static string Called(AgentMark agent, RunFacts facts) => string.Concat((agent.Functions ?? []).Select(one =>
        $"; called {one.Function} of {facts.TitleOf(one.Tool)} {Words.Count(one.Count, "time")} ({Short(one.Content)}{(one.Failed is { } failed ? $", failed {Words.Count(failed, "time")}" : "")})"));

    private static string Reads(StepCompleted done, RunFacts facts) => done.Reads is { Count: > 0 } reads ? $"; read {string.Join(", ", reads.Select(facts.TitleOf))}" : "";

    private static string Marks(IReadOnlyList<ValueMark>? values) => values is { Count: > 0 } ? string.Join(", ", values.Select(Mark)) : "nothing";

    private static string Waived(string? rule) => rule is null ? "" : $" without an approval, because {rule} is waived";

    private static string Mark(ValueMark value) => $"{value.Type[(value.Type.LastIndexOf('.') + 1)..]} {Short(value.Content)}";

    private static string Short(string hash) => hash.Length > ShortHash ? hash[..ShortHash] : hash;
}
