using System.CommandLine;
using SopAsCode.Figures;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Commands about the record.</summary>
internal sealed class RecordCommands(CommandLines lines)
{
    private readonly Flags _flags = lines.Flags;
    private readonly PackCommands _packs = new(lines);
    private readonly Option<bool> _contents = new("--contents") { Description = "With values, reasons and notes" };
    private readonly Option<string?> _anchor = new("--anchor") { Description = "A file that the command anchor wrote: what came before it can't be changed unseen", HelpName = "file" };
    private readonly Argument<string?> _file = new("file") { Description = "Where the heads go. Without it they are written to the screen", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _because = new("--because") { Description = "Why, in a few words that hold nothing personal. They stay", HelpName = "text", Required = true };

    public IEnumerable<Command> All =>
    [
        lines.Make("history", "Shows the record of a run", HistoryAsync, _flags.Run, _contents),
        lines.Make("verify", "Looks for changes in the record of all runs, or in an audit pack", VerifyAsync, [_anchor, .. _packs.ForVerify]),
        _packs.Export,
        lines.Make("anchor", "Exports the heads of all runs, to be kept where whoever writes the store can't write", AnchorAsync, _file),
        lines.Make("erase", "Erases the contents of a run that has ended. The record stays", EraseAsync, _flags.Run, _because, _flags.Yes),
    ];

    private async Task<int> HistoryAsync(Call call)
    {
        var run = call.Get(_flags.Run);
        var host = await call.HostAsync().ConfigureAwait(false);
        var events = await host.HistoryAsync(run, call.Cancel).ConfigureAwait(false);
        if (events.Count == 0)
        {
            throw new StopException(ExitCode.NotFound, $"There is no run '{run}'. The command runs names all of them.", nameof(RefusalKind.UnknownRun));
        }

        var contents = call.Get(_contents) ? await host.ContentsAsync(run, call.Cancel).ConfigureAwait(false) : null;
        if (!call.IsJson)
        {
            HistoryLines.Write(call.Page, events, contents);
            return ExitCode.Done;
        }

        return call.WriteJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("run", run);
            json.WriteStartArray("events");
            foreach (var recorded in events)
            {
                HistoryLines.Json(json, recorded);
            }

            json.WriteEndArray();
            if (contents is not null)
            {
                json.WriteStartObject("contents");
                foreach (var (hash, text) in contents.OrderBy(content => content.Key, StringComparer.Ordinal))
                {
                    json.WriteString(hash, text);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    private async Task<int> VerifyAsync(Call call)
    {
        var heads = call.Get(_anchor) is { } file ? await HeadsAsync(call, file).ConfigureAwait(false) : null;
        if (await _packs.VerifyAsync(call, heads).ConfigureAwait(false) is { } answered)
        {
            return answered;
        }

        var host = await call.HostAsync().ConfigureAwait(false);
        var problems = await ProblemsAsync(call, host, heads).ConfigureAwait(false);
        if (call.IsJson)
        {
            call.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var problem in problems)
                {
                    json.WriteStartObject();
                    json.WriteString("run", problem.Run);
                    if (problem.Sequence is { } sequence)
                    {
                        json.WriteNumber("sequence", sequence);
                    }

                    json.WriteString("problem", problem.Problem);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else if (problems.Count == 0)
        {
            call.Page.Line(heads is null ? "The record is whole." : $"The record is whole, and has {(heads.Count == 1 ? "the one head" : $"all {heads.Count} heads")} of the anchor.");
        }

        foreach (var problem in call.IsJson ? [] : problems)
        {
            call.Page.Line($"{problem.Run}{(problem.Sequence is { } sequence ? $", event {sequence}" : "")}: {problem.Problem}");
        }

        return problems.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task<IReadOnlyList<RecordProblem>> ProblemsAsync(Call call, SopHost host, IReadOnlyList<AnchorLine>? heads)
    {
        using var progress = call.Reading();
        return await host.VerifyAsync(heads, progress, call.Cancel).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<AnchorLine>> HeadsAsync(Call call, string file)
    {
        try
        {
            return AnchorFile.Read(await File.ReadAllTextAsync(file, call.Cancel).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{file}' can't be read: {e.Message}");
        }
        catch (FormatException e)
        {
            throw new StopException(ExitCode.Refused, $"'{file}': {e.Message}");
        }
    }

    private async Task<int> AnchorAsync(Call call)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        var heads = await host.AnchorAsync(call.Cancel).ConfigureAwait(false);
        var text = AnchorFile.Write(heads);
        if (call.Get(_file) is not { } file)
        {
            // This is a file for a program already, and no text of a person is in it.
            call.Terminal.Out.Write(text);
            return ExitCode.Done;
        }

        try
        {
            await File.WriteAllTextAsync(file, text, call.Cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{file}' can't be written: {e.Message}");
        }

        if (call.IsJson)
        {
            return call.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteNumber("runs", heads.Count);
                json.WriteEndObject();
            });
        }

        call.Page.Line($"{(heads.Count == 1 ? "The head of 1 run is" : $"The heads of {heads.Count} runs are")} in {file}.");
        return ExitCode.Done;
    }

    private async Task<int> EraseAsync(Call call)
    {
        var by = call.Person();
        var run = call.Get(_flags.Run);
        RunCommands.Sure(call, $"Erase the contents of {VisibleText.Line(run)} for good?");
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.EraseAsync(run, call.Get(_because), by, call.Cancel).ConfigureAwait(false), "Erased.").ConfigureAwait(false);
    }
}
