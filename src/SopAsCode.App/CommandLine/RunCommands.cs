using System.CommandLine;
using System.Globalization;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Commands about SOPs and whole runs.</summary>
internal sealed class RunCommands(CommandLines lines)
{
    private readonly Flags _flags = lines.Flags;
    private readonly Option<string?> _named = new("--run") { Description = "The name of the run. Without it the run is named after SOP and time", HelpName = "name" };
    private readonly Option<string?> _input = new("--input") { Description = "The input, as JSON", HelpName = "json" };
    private readonly Option<string?> _inputFile = new("--input-file") { Description = "The file with the input as JSON, or - for what is piped in", HelpName = "file" };
    private readonly Option<string?> _trigger = new("--trigger") { Description = "The words of the trigger", HelpName = "words" };
    private readonly Option<bool> _open = new("--open") { Description = "Only runs that have not ended" };
    private readonly Option<string?> _ofSop = new("--sop") { Description = "Only runs of this SOP", HelpName = "sop" };
    private readonly Argument<string?> _oneSop = new("sop") { Description = "One SOP, with its steps", Arity = ArgumentArity.ZeroOrOne };
    private readonly Argument<string> _text = new("text") { Description = "The comment" };
    private readonly Argument<string> _metric = new("metric") { Description = "The name of the metric" };
    private readonly Argument<double> _number = new("value") { Description = "The value, in the unit of the metric" };

    public IEnumerable<Command> All =>
    [
        lines.Make("sops", "Names the SOPs", SopsAsync, _oneSop),
        lines.Make("start", "Starts a run", StartAsync, _flags.Sop, _named, _input, _inputFile, _trigger, _flags.Key, _flags.Automation, _flags.Ai, _flags.Work),
        lines.Make("runs", "Names the runs", RunsAsync, _open, _ofSop),
        lines.Make("work", "Does what no person does, once: steps of code and AI, hand-offs, what is due", WorkAsync),
        Decision("fallback", "Moves a run to the manual path", call => new SwitchToManual { By = call.Person(), Notes = Reason(call) }, "Moved to the manual path."),
        Decision("resume", "Sends a run back from the manual path", call => new Resume { By = call.Person(), Notes = Reason(call) }, "Sent back."),
        Decision("escalate", "Passes a run on, out of the SOP", call => new Escalate { By = call.Person(), Notes = Reason(call) }, "Escalated."),
        Decision("hold", "Stops a run for a while", call => new Hold { By = call.Person(), Notes = Reason(call) }, "Held."),
        Decision("continue", "Ends a hold", call => new ContinueRun { By = call.Person(), Notes = Reason(call) }, "It goes on."),
        Decision("cancel", "Cancels a run", call => new Cancel { By = call.Person(), Notes = Reason(call) }, "Cancelled.", call => Sure(call, "Cancel the run for good?")),
        lines.Make("note", "Adds a comment to the record of a run", call => SendAsync(call, new Note { By = call.Anybody(), Notes = call.Get(_text) }, "Noted."), _flags.Run, _text, _flags.Automation, _flags.Ai),
        lines.Make(
            "measure",
            "Records a value of a metric of the SOP",
            call => SendAsync(call, new MeasureRun { By = call.Anybody(), Metric = call.Get(_metric), Value = call.Get(_number) }, "Recorded."),
            _flags.Run,
            _metric,
            _number,
            _flags.Automation,
            _flags.Ai),
    ];

    /// <summary>Asks the person whether something that can't be undone is meant.</summary>
    /// <exception cref="StopException">It is not, or nobody can be asked and the command line does not say so.</exception>
    public static void Sure(Call call, string question)
    {
        if (call.Get(call.Flags.Yes))
        {
            return;
        }

        if (!call.MayAsk)
        {
            throw new StopException(ExitCode.WrongCommandLine, "This can't be undone: add --yes when you are sure.");
        }

        DemandYes(call, question);
    }

    /// <summary>Asks the person.</summary>
    /// <exception cref="StopException">The person did not say yes.</exception>
    public static void DemandYes(Call call, string question)
    {
        if (call.Terminal.Ask($"{question} [y/N] ") is not ("y" or "Y" or "yes" or "Yes"))
        {
            throw new StopException(ExitCode.Refused, "Nothing was done.");
        }
    }

    private Command Decision(string name, string description, Func<Call, RunCommand> decide, string done, Action<Call>? before = null) => lines.Make(
        name,
        description,
        call =>
        {
            var decided = decide(call);
            before?.Invoke(call);
            return SendAsync(call, decided, done);
        },
        before is null ? [_flags.Run, _flags.Reason, _flags.Work] : [_flags.Run, _flags.Reason, _flags.Yes, _flags.Work]);

    private string? Reason(Call call) => call.Get(_flags.Reason);

    private async Task<int> SendAsync(Call call, RunCommand command, string done)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.SendAsync(call.Get(_flags.Run), command, call.Cancel).ConfigureAwait(false), done).ConfigureAwait(false);
    }

    private async Task<int> StartAsync(Call call)
    {
        var by = call.Anybody();
        var sop = call.Sop(call.Get(_flags.Sop));
        var input = await call.ValueAsync(_input, _inputFile).ConfigureAwait(false) ?? AskedFor(call, sop);
        var at = (call.Setup.Options.Time ?? TimeProvider.System).GetUtcNow().UtcDateTime;
        var name = call.Get(_named) ?? string.Create(CultureInfo.InvariantCulture, $"{(sop.Id.Length > 70 ? sop.Id[..70] : sop.Id)}-{at:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..4]}");
        var start = new StartRun { By = by, Sop = sop.Id, Input = input, Trigger = call.Get(_trigger), Key = call.Get(_flags.Key) };
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.StartAsync(name, start, call.Cancel).ConfigureAwait(false), "Started.").ConfigureAwait(false);
    }

    // A person fills an input in; a program gives it.
    private static string? AskedFor(Call call, SopDefinition sop)
    {
        if (!call.MayAsk || Skeleton.OfInput(sop) is not { } form)
        {
            return null;
        }

        var filled = Editing.Edit(call.Terminal, form, "--input or --input-file");
        if (filled.Changes.Count == 0)
        {
            throw new StopException(ExitCode.Refused, "Nothing was filled in, so nothing was started.");
        }

        ValueLines.Write(call.Page, "Your input", filled.Json);
        DemandYes(call, $"Start '{sop.Title}' with it?");
        return filled.Json;
    }

    private static async Task<int> WorkAsync(Call call)
    {
        var done = await call.WorkAsync().ConfigureAwait(false);
        if (call.IsJson)
        {
            return call.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("done", done);
                json.WriteEndObject();
            });
        }

        call.Page.Line(done == 0 ? "There was nothing to do." : done == 1 ? "One thing was done." : $"{done} things were done.");
        return ExitCode.Done;
    }

    private async Task<int> RunsAsync(Call call)
    {
        var store = await call.StoreAsync().ConfigureAwait(false);
        var sop = call.Get(_ofSop) is { } id ? call.Sop(id).Id : null;
        List<RunSummary> runs = [];
        while (await store.RunsAsync(new() { Sop = sop, Unfinished = call.Get(_open), After = runs.Count > 0 ? runs[^1].Run : null }, call.Cancel).ConfigureAwait(false) is { Count: > 0 } page)
        {
            runs.AddRange(page);
        }

        if (call.IsJson)
        {
            return call.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var run in runs)
                {
                    json.WriteStartObject();
                    JsonText.Run(json, run);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        foreach (var run in runs)
        {
            call.Page.Line($"{run.Run}  {run.Sop}  {run.State}  since {ItemPages.Time(run.Started)}{(run.Ended is { } ended ? ", ended " + ItemPages.Time(ended) : "")}");
        }

        if (runs.Count == 0)
        {
            call.Page.Line("There are no runs.");
        }

        return ExitCode.Done;
    }

    private Task<int> SopsAsync(Call call)
    {
        var one = call.Get(_oneSop) is { } id ? call.Sop(id) : null;
        var sops = one is null ? [.. call.Setup.Sops.OrderBy(sop => sop.Id, StringComparer.Ordinal)] : new[] { one };
        if (call.IsJson)
        {
            return Task.FromResult(call.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var sop in sops)
                {
                    JsonText.Sop(json, sop);
                }

                json.WriteEndArray();
            }));
        }

        foreach (var sop in sops)
        {
            call.Page.Title(sop.Id);
            call.Page.Line($"{sop.Title}{(sop.Version is { } version ? " " + version : "")}{(sop.Owner is { } owner ? ", owned by " + owner.Title : "")}", 2);
        }

        if (one is not null)
        {
            call.Page.Line($"Input: {one.Input ?? "none"}", 2);
            if (Skeleton.OfInput(one) is { } form)
            {
                call.Page.Text(form, 4);
            }

            foreach (var trigger in one.Triggers)
            {
                call.Page.Line($"Starts: {trigger.When}", 2);
            }

            foreach (var step in one.Steps)
            {
                call.Page.Line($"{step.Name}: {step.Title}{(step.Performer is { } by ? $" ({by.Title})" : "")}", 2);
            }

            foreach (var metric in one.Metrics)
            {
                call.Page.Line($"Metric: {metric.Name}{(metric.Unit is { } unit ? $" in {unit}" : "")}", 2);
            }
        }

        return Task.FromResult(ExitCode.Done);
    }
}
