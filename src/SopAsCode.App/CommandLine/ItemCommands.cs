using System.CommandLine;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Commands about what waits for people.</summary>
internal sealed class ItemCommands(CommandLines lines)
{
    private readonly Flags _flags = lines.Flags;
    private readonly Option<bool> _everybody = new("--all") { Description = "What waits for anybody" };
    private readonly Option<bool> _closed = new("--closed") { Description = "What waited for anybody, closed items too" };
    private readonly Option<string?> _ofRun = new("--run") { Description = "Only of this run", HelpName = "run" };
    private readonly Option<double> _hours = new("--hours") { Description = "For how many hours nobody else answers it", HelpName = "number", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _to = new("--to") { Description = "Who gets it", HelpName = "person", Required = true };
    private readonly Option<bool> _right = new("--right") { Description = "The output was right" };
    private readonly Option<bool> _wrong = new("--wrong") { Description = "The output was wrong" };
    private readonly Argument<string> _itemOrRun = new("item-or-run") { Description = "An item, such as ticket-17#2, or a run" };

    public IEnumerable<Command> All =>
    [
        lines.Make("inbox", "Shows what waits for whoever acts", InboxAsync, _everybody, _ofRun, _closed),
        lines.Make("show", "Shows an item with all that is needed to answer it, or a run", ShowAsync, _itemOrRun),
        lines.Make("claim", "Keeps an item for yourself for a while", call => SendAsync(call, new Claim { By = call.Person(), Item = Item(call), Revision = Revision(call), For = Hours(call) }, "Claimed."), _flags.Item, _flags.Revision, _hours),
        lines.Make("release", "Gives an item back", call => SendAsync(call, new Release { By = call.Person(), Item = Item(call), Revision = Revision(call) }, "Given back."), _flags.Item, _flags.Revision),
        lines.Make(
            "delegate",
            "Passes an item to another holder of its role",
            call => SendAsync(call, new Runtime.Delegate { By = call.Person(), Item = Item(call), Revision = Revision(call), To = new People(call.Setup).Person(call.Get(_to)).Name, For = Hours(call) }, "Passed on."),
            _flags.Item,
            _to,
            _flags.Revision,
            _hours),
        lines.Make("approve", "Approves at a checkpoint exactly what was shown", new Answering(_flags).ApproveAsync, [.. Answer, _flags.Edit]),
        lines.Make("reject", "Rejects at a checkpoint", new Answering(_flags).RejectAsync, _flags.Item, _flags.Revision, _flags.Reason, _flags.Key, _flags.Work),
        lines.Make("complete", "Completes what an item asks", new Answering(_flags).CompleteAsync, [.. Answer, _flags.Edit, _flags.Notes]),
        lines.Make("done-by-hand", "Says in the manual path that a person did the step the run came from", new Answering(_flags).DoneByHandAsync, [.. Answer, _flags.Edit, _flags.Notes]),
        lines.Make("tick", "Ticks a task beside the steps off", call => SendAsync(call, new Complete { By = call.Person(), Item = Item(call), Revision = Revision(call), Notes = call.Get(_flags.Notes) }, "Ticked off."), _flags.Item, _flags.Revision, _flags.Notes, _flags.Work),
        lines.Make("judge", "Says what a sample of a step's output is worth", JudgeAsync, _flags.Item, _flags.Revision, _right, _wrong, _flags.Notes),
        .. new ReportCommands(lines).All,
    ];

    /// <summary>What answers have in common.</summary>
    private IEnumerable<Symbol> Answer => [_flags.Item, _flags.Revision, _flags.Tick, _flags.Value, _flags.ValueFile, _flags.Key, _flags.Work];

    private string Item(Call call) => call.Get(_flags.Item);

    // What shows nothing new needs no look at it before.
    private int Revision(Call call) => call.Get(_flags.Revision) ?? throw new StopException(ExitCode.WrongCommandLine, "Say which revision you saw: --revision with the number that show names.");

    private TimeSpan Hours(Call call) => call.Get(_hours) is > 0 and <= 24 * 365 and var hours
        ? TimeSpan.FromHours(hours)
        : throw new StopException(ExitCode.WrongCommandLine, "--hours is a number above 0, and at most a year.");

    private static async Task<int> SendAsync(Call call, ItemCommand command, string done)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        return await call.TellAsync(await host.AnswerAsync(command, call.Cancel).ConfigureAwait(false), done).ConfigureAwait(false);
    }

    private Task<int> JudgeAsync(Call call)
    {
        var isRight = call.Get(_right);
        return isRight == call.Get(_wrong)
            ? throw new StopException(ExitCode.WrongCommandLine, "Say either --right or --wrong.")
            : SendAsync(call, new Judge { By = call.Person(), Item = Item(call), Revision = Revision(call), Right = isRight, Notes = call.Get(_flags.Notes) }, "Judged.");
    }

    private async Task<int> InboxAsync(Call call)
    {
        var host = await call.HostAsync().ConfigureAwait(false);
        var run = call.Get(_ofRun);
        IReadOnlyList<PendingItem> items;
        var nothing = "Nothing waits.";
        if (call.Get(_everybody) || call.Get(_closed) || (run is not null && call.Get(_flags.As) is null && call.Terminal.Environment(People.Variable) is null))
        {
            items = await host.InboxAsync(new() { Run = run, WithClosed = call.Get(_closed), Max = int.MaxValue }, call.Cancel).ConfigureAwait(false);
        }
        else
        {
            var person = call.Person().Name;
            nothing = $"Nothing waits for {person}.";
            items = [.. (await host.InboxOfAsync(person, call.Cancel).ConfigureAwait(false)).Where(item => run is null || item.Run == run)];
        }

        if (call.IsJson)
        {
            return call.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach (var item in items)
                {
                    json.WriteStartObject();
                    JsonText.Item(json, item);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }

        new ItemPages(call.Page, call.Setup.Sops).List(items, nothing);
        return ExitCode.Done;
    }

    private async Task<int> ShowAsync(Call call)
    {
        var name = call.Get(_itemOrRun);
        var host = await call.HostAsync().ConfigureAwait(false);
        ItemPages pages = new(call.Page, call.Setup.Sops);
        if (name.Contains('#', StringComparison.Ordinal))
        {
            var view = await Answering.ViewAsync(call, name).ConfigureAwait(false);
            if (call.IsJson)
            {
                return call.WriteJson(json => JsonText.View(json, view));
            }

            pages.Show(view);
            return ExitCode.Done;
        }

        var run = await call.RunAsync(name).ConfigureAwait(false) ?? throw new StopException(ExitCode.NotFound, $"There is no run '{name}'. The command runs names all of them.", nameof(RefusalKind.UnknownRun));
        var items = await host.InboxAsync(new() { Run = name }, call.Cancel).ConfigureAwait(false);
        if (!call.IsJson)
        {
            pages.Show(run, items);
            return ExitCode.Done;
        }

        return call.WriteJson(json =>
        {
            json.WriteStartObject();
            JsonText.Run(json, run);
            json.WriteStartArray("items");
            foreach (var item in items)
            {
                json.WriteStartObject();
                JsonText.Item(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
