using SopAsCode.Runtime.Tests.Sops;

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>A small house: a host over a store of its own, a clock, a bank, and people who answer.</summary>
public sealed class House : IAsyncDisposable
{
    public const string Ana = "ana@example.com";
    public const string Ben = "ben@example.com";
    public const string Cho = "cho@example.com";
    public const string Dia = "dia@example.com";
    public const string Fay = "fay@example.com";

    /// <summary>What an AI proposes.</summary>
    public const string Proposal = """{"Cents":1200,"Why":"clause 4"}""";

    /// <summary>The lines of the checkpoint of refunds.</summary>
    public static readonly string[] Ticks = ["The order is this customer's", "The amount is right"];

    private House(IAgentService? agents)
    {
        Agents = agents;
        Store = Place.Open();
        Host = NewHost(Store);
    }

    /// <summary>Where its runs are kept.</summary>
    public TestPlace Place { get; } = TestPlace.New();

    public TestClock Clock { get; } = new();

    public TestBank Bank { get; } = new();

    public IAgentService? Agents { get; }

    public IRunStore Store { get; }

    public SopHost Host { get; }

    public static House Open(IAgentService? agents = null) => new(agents ?? new TestAgents(Proposal));

    public static House WithoutAi() => new(null);

    /// <summary>Another host, as in another process.</summary>
    public SopHost NewHost(IRunStore store, SopHostOptions? with = null) => new(
        [TestsSops.Instance],
        store,
        (with ?? new()) with { Json = HouseJson.Default, Services = Bank, Time = Clock, Agents = Agents });

    /// <summary>Starts a run.</summary>
    public Task<Reply> StartAsync(string run, string sop, string? input = null) =>
        Host.StartAsync(run, new StartRun { By = Actor.Automation("shop"), Sop = sop, Input = input });

    /// <summary>A refund at its checkpoint.</summary>
    public async Task<PendingItem> RefundToDecideAsync(string run = "r1", long cents = 1200)
    {
        (await StartAsync(run, "pay-refund", Request(run, cents))).OrThrow();
        await WorkAsync();
        return await ItemAsync(run);
    }

    public static string Request(string number = "17", long cents = 1200) => $$"""{"Number":"{{number}}","Text":"broken lid","Cents":{{cents}}}""";

    /// <summary>Works until there is nothing to do now.</summary>
    public async Task WorkAsync()
    {
        while (await Host.WorkAsync() > 0)
        {
        }
    }

    /// <summary>The open item of a run.</summary>
    public async Task<PendingItem> ItemAsync(string run) => Assert.Single(await Host.InboxAsync(new() { Run = run }));

    public Task<Reply> ApproveAsync(PendingItem item, string person, string? value = null) =>
        Host.AnswerAsync(new Approve { By = Actor.Person(person, "test"), Item = item.Id, Revision = item.Revision, Ticked = Ticks, Value = value });

    public Task<Reply> RejectAsync(PendingItem item, string person, string reason = "too much") =>
        Host.AnswerAsync(new Reject { By = Actor.Person(person, "test"), Item = item.Id, Revision = item.Revision, Reason = reason });

    public Task<Reply> CompleteAsync(PendingItem item, string person, string? value = null, params string[] ticked) =>
        Host.AnswerAsync(new Complete { By = Actor.Person(person, "test"), Item = item.Id, Revision = item.Revision, Value = value, Ticked = ticked });

    /// <summary>The state of a run.</summary>
    public async Task<string> StateAsync(string run) => (await Store.RunsAsync(new(), default)).Single(one => one.Run == run).State;

    /// <summary>The names of the events of a run.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(string run) => [.. (await Host.HistoryAsync(run)).Select(recorded => recorded.Event)];

    /// <summary>The last event of a kind.</summary>
    public async Task<T> LastAsync<T>(string run)
        where T : RunEvent => (await Host.HistoryAsync(run)).Select(recorded => recorded.Read()).OfType<T>().Last();

    /// <summary>Everything that could be told apart in the store.</summary>
    public async Task<string> PictureAsync(string run)
    {
        var loaded = await Store.LoadAsync(new() { Run = run, Day = DateOnly.FromDateTime(Clock.Now.UtcDateTime) }, default);
        return $"{loaded.Sequence} {loaded.Head} {loaded.State}";
    }

    /// <summary>Changes what is stored, as somebody with a database program could.</summary>
    public int Tamper(string statement) => Place.Tamper(statement);

    /// <summary>Reads what is stored, as somebody with a database program could.</summary>
    public IReadOnlyList<string> Query(string statement) => Place.Query(statement);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Place.DisposeAsync();
    }
}
