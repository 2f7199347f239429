using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SopAsCode.App;
using SopAsCode.Definitions;
using SopAsCode.Runtime;
using TinyTeam;
using TinyTeam.Operations;
using TinyTeam.Support;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>
/// November 2026 of the tiny team, up to the 27th, in a SQLite file: two tickets on each day and a summary each Monday. What happens to a ticket follows from
/// its number.
/// </summary>
internal sealed class Month : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 27, 18, 0, 0, TimeSpan.Zero);

    private static readonly string[] Ticks = ["Facts verified", "Nothing invented", "Tone fits the brand"];
    private static readonly string Folder = Directory.CreateTempSubdirectory("month").FullName;
    private static readonly Lazy<Task<string>> File = new(MakeAsync);

    private readonly FakeTimeProvider _time = new(new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly SqliteRunStore _store;
    private readonly SopHost _host;

    private Month(string file)
    {
        _store = SqliteRunStore.Open(file);
        _host = new([TinyTeamSops.Instance], _store, Options(_time));
    }

    /// <summary>The file, made once. It is only read.</summary>
    public static Task<string> FileAsync() => File.Value;

    /// <summary>A copy of the file, for a test that writes.</summary>
    public static async Task<string> CopyAsync()
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("month").FullName, "month.db");
        System.IO.File.Copy(await FileAsync(), copy);
        return copy;
    }

    /// <summary>The facts of the month.</summary>
    public static async Task<RunFacts> FactsAsync(Period window)
    {
        RunFacts facts = new(window, TinyTeamSops.Instance.Sops);
        await using var store = SqliteRunStore.Open(await FileAsync());
        await facts.ReadAsync(store, cancel: TestContext.Current.CancellationToken);
        return facts;
    }

    /// <summary>What a host of the team is given.</summary>
    public static SopHostOptions Options(TimeProvider time) => new() { Json = new ReflectedJson(), Agents = new PretendAi(), Services = new Services(), Time = time };

    public void Dispose() => _store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task<string> MakeAsync()
    {
        var file = Path.Combine(Folder, "month.db");
        using Month month = new(file);
        for (var day = 1; day <= 27; day++)
        {
            var date = new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero);
            if (date > month._time.GetUtcNow())
            {
                month._time.SetUtcNow(date);
            }

            if (date.DayOfWeek == DayOfWeek.Monday)
            {
                await month.SummaryAsync(day);
            }

            await month.TicketAsync(1000 + (2 * day));
            await month.TicketAsync(1001 + (2 * day));
        }

        return file;
    }

    private async Task SummaryAsync(int day)
    {
        var run = string.Create(CultureInfo.InvariantCulture, $"weekly-11-{day:00}");
        var sop = WeeklySummary.Definition;
        await DoAsync(_host.StartAsync(run, new() { By = Actor.Automation("clock"), Sop = sop.Id, Trigger = "Monday at 08:00", Input = JsonSerializer.Serialize(new { Due = _time.GetUtcNow() }) }));
        await WorkAsync();
        await DoAsync(_host.SendAsync(run, new MeasureRun { By = Actor.Person("fay@example.com"), Metric = "Time saved", Value = 50 + day }));
        await JudgeAsync(run, right: true);
    }

    private async Task TicketAsync(int number)
    {
        var run = $"ticket-{number}";
        var isSimple = number % 3 == 0;
        await DoAsync(_host.StartAsync(run, new()
        {
            By = Actor.Automation("helpdesk"),
            Sop = SupportTriage.Definition.Id,
            Trigger = "New ticket or e-mail received",
            Input = JsonSerializer.Serialize(new { Number = number, Subject = "Parcel", Body = isSimple ? "A simple macro will do" : "=HYPERLINK(1) where is it?", HighValue = number % 13 == 0 }),
        }));
        await WorkAsync();
        await JudgeAsync(run, right: number != 1035);
        if (number == 1054)
        {
            return;
        }

        if (number % 17 == 0 && !isSimple)
        {
            await DoAsync(_host.SendAsync(run, new SwitchToManual { By = Actor.Person("ben@example.com"), Notes = "The classifier is off today" }));
        }

        while (await WaitingAsync(run) is { } item)
        {
            _time.Advance(TimeSpan.FromMinutes(20 + (number % 7)));
            await AnswerAsync(item, number);
            await WorkAsync();
            await JudgeAsync(run, right: true);
        }
    }

    private async Task AnswerAsync(PendingItem item, int number)
    {
        var ben = Actor.Person("ben@example.com", "web");
        switch (item.Kind)
        {
            case ItemKind.Approve when number % 11 == 4 && item.Due is { } due:
                // Nobody looks in time.
                _time.SetUtcNow(due + TimeSpan.FromMinutes(1));
                break;
            case ItemKind.Approve when number % 5 == 0 && item.Visit < 4:
                await DoAsync(_host.AnswerAsync(new Reject { By = ben, Item = item.Id, Revision = item.Revision, Reason = "The carrier names no day, so we can't either" }));
                break;
            case ItemKind.Approve:
                await DoAsync(_host.AnswerAsync(new Approve { By = ben, Item = item.Id, Revision = item.Revision, Ticked = Ticks, Value = number % 4 == 0 ? """{"Text":"The carrier has it. We will write again."}""" : null }));
                break;
            case ItemKind.ByHand:
                await DoAsync(_host.SendAsync(item.Run, number % 2 == 0 ? new Cancel { By = ben, Notes = "Answered by phone" } : new Escalate { By = ben, Notes = "The founder takes it" }));
                break;
            default:
                await DoAsync(_host.AnswerAsync(new Complete { By = Actor.Person(item.Kind == ItemKind.Do ? "cho@example.com" : "ben@example.com"), Item = item.Id, Revision = item.Revision }));
                break;
        }
    }

    private async Task JudgeAsync(string run, bool right)
    {
        foreach (var check in (await _host.InboxAsync(new() { Run = run })).Where(item => item.Kind == ItemKind.Check))
        {
            var by = check.Sop == WeeklySummary.Definition.Id ? "fay@example.com" : "ben@example.com";
            await DoAsync(_host.AnswerAsync(new Judge { By = Actor.Person(by), Item = check.Id, Revision = check.Revision, Right = right, Notes = right ? null : "The macro does not fit" }));
        }
    }

    private async Task<PendingItem?> WaitingAsync(string run) => (await _host.InboxAsync(new() { Run = run })).FirstOrDefault(item => item.Kind is not ItemKind.Check);

    private async Task WorkAsync()
    {
        while (await _host.WorkAsync() > 0)
        {
            // A retry is due in a moment.
            _time.Advance(TimeSpan.FromMinutes(2));
        }
    }

    private static async Task DoAsync(Task<SopAsCode.Runtime.Reply> command)
    {
        var reply = await command;
        Assert.True(reply.IsAccepted, reply.Refusal?.Message);
    }

    private sealed class Services : IServiceProvider
    {
        private readonly PretendHelpdesk _helpdesk = new();
        private readonly PretendOperations _operations = new();

        public object? GetService(Type serviceType) => serviceType == typeof(IHelpdesk) ? _helpdesk : serviceType == typeof(IOperationsDesk) ? _operations : null;
    }
}
