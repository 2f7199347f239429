using System.CommandLine;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Commands by which an automation or an AI outside says what it did, and by which events come in.</summary>
internal sealed class ReportCommands(CommandLines lines)
{
    private readonly Flags _flags = lines.Flags;
    private readonly Option<string?> _failed = new("--failed") { Description = "What went wrong, when it failed", HelpName = "text" };
    private readonly Option<long?> _tokensIn = new("--input-tokens") { Description = "Tokens that went into the AI", HelpName = "number" };
    private readonly Option<long?> _tokensOut = new("--output-tokens") { Description = "Tokens that came out of it", HelpName = "number" };
    private readonly Option<decimal?> _cost = new("--cost") { Description = "What it cost", HelpName = "number" };
    private readonly Option<string?> _currency = new("--currency") { Description = "The currency of the cost, as its ISO code", HelpName = "code" };
    private readonly Argument<string> _step = new("step") { Description = "The step that waits for the event" };
    private readonly Option<string> _id = new("--id") { Description = "The name of the event: the same counts once", HelpName = "name", Required = true };
    private readonly Option<string> _runKey = new("--for") { Description = "The key of the run: that property of its input", HelpName = "key", Required = true };

    public IEnumerable<Command> All =>
    [
        lines.Make(
            "report",
            "Reports what an automation or an AI outside did, or that it failed",
            ReportAsync,
            _flags.Item,
            _flags.Revision,
            _flags.Value,
            _flags.ValueFile,
            _failed,
            _tokensIn,
            _tokensOut,
            _cost,
            _currency,
            _flags.Automation,
            _flags.Ai,
            _flags.Key,
            _flags.Work),
        lines.Make("event", "Reports an event from outside. It is kept until a run waits for it", EventAsync, _flags.Sop, _step, _runKey, _id, _flags.Value, _flags.ValueFile, _flags.Automation, _flags.Ai),
    ];

    private async Task<int> ReportAsync(Call call)
    {
        var by = call.Anybody();
        var item = call.Get(_flags.Item);
        var revision = call.Get(_flags.Revision) ?? throw new StopException(ExitCode.WrongCommandLine, "Say which revision you saw: --revision with the number that show names.");
        var value = await call.ValueAsync(_flags.Value, _flags.ValueFile).ConfigureAwait(false);
        if (value is not null && call.Get(_failed) is not null)
        {
            throw new StopException(ExitCode.WrongCommandLine, "What failed has no value: leave --failed or --value out.");
        }

        ItemCommand command = call.Get(_failed) is { } failed
            ? new ReportFailure { By = by, Item = item, Revision = revision, Notes = failed, Key = call.Get(_flags.Key) }
            : new Complete { By = by, Item = item, Revision = revision, Value = value, Usage = Usage(call), Key = call.Get(_flags.Key) };
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.AnswerAsync(command, call.Cancel).ConfigureAwait(false), "Reported.").ConfigureAwait(false);
    }

    private AgentUsage? Usage(Call call)
    {
        if (call.Get(_cost) is not null != call.Get(_currency) is not null)
        {
            throw new StopException(ExitCode.WrongCommandLine, "A cost has a currency: give --cost and --currency, or neither.");
        }

        return (call.Get(_tokensIn), call.Get(_tokensOut)) switch
        {
            (null, null) when call.Get(_cost) is null => null,
            ({ } into, { } from) => new() { InputTokens = into, OutputTokens = from, Cost = call.Get(_cost), Currency = call.Get(_currency) },
            _ => throw new StopException(ExitCode.WrongCommandLine, "What an AI used are its tokens: give --input-tokens and --output-tokens."),
        };
    }

    private async Task<int> EventAsync(Call call)
    {
        ArrivedEvent arrived = new()
        {
            By = call.Anybody(),
            Id = call.Get(_id),
            Sop = call.Sop(call.Get(_flags.Sop)).Id,
            Step = call.Get(_step),
            Key = call.Get(_runKey),
            Value = await call.ValueAsync(_flags.Value, _flags.ValueFile).ConfigureAwait(false),
            Received = (call.Setup.Options.Time ?? TimeProvider.System).GetUtcNow(),
        };
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.ReportAsync(arrived, call.Cancel).ConfigureAwait(false), "The event is kept. A run that waits for it has got it.").ConfigureAwait(false);
    }
}
