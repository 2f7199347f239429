using System.CommandLine;
using System.Text.Json;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>One command that somebody gave, with all that it needs to be done.</summary>
internal sealed class Call(Setup setup, Terminal terminal, Flags flags, ParseResult line, CancellationToken cancel) : IAsyncDisposable
{
    private const long LargestFile = 10_000_000;
    private IRunStore? _store;
    private SopHost? _host;

    public Setup Setup { get; } = setup;

    public Terminal Terminal { get; } = terminal;

    public Flags Flags { get; } = flags;

    public CancellationToken Cancel { get; } = cancel;

    public bool IsJson => Get(Flags.Json);

    /// <summary>Whether somebody can be asked.</summary>
    public bool MayAsk => Terminal.IsPerson && !IsJson;

    public Page Page { get; } = new(terminal.Out, terminal.Width, terminal.HasColor);

    /// <summary>What the command line says.</summary>
    public T Get<T>(Option<T> option) => line.GetValue(option)!;

    /// <summary>What the command line says.</summary>
    public T Get<T>(Argument<T> argument) => line.GetValue(argument)!;

    /// <summary>The store, opened when it is first needed.</summary>
    public async Task<IRunStore> StoreAsync() => _store ??= await Setup.Open(Cancel).ConfigureAwait(false);

    /// <summary>The host over the store.</summary>
    public async Task<SopHost> HostAsync() => _host ??= new(Setup.Catalogues, await StoreAsync().ConfigureAwait(false), Setup.Options);

    /// <summary>The person who acts.</summary>
    /// <exception cref="StopException">Nobody is named, or the person holds no role.</exception>
    public Actor Person()
    {
        var named = Get(Flags.As) is { Length: > 0 } stated ? stated : Terminal.Environment(People.Variable);
        return string.IsNullOrWhiteSpace(named)
            ? throw new StopException(ExitCode.WrongCommandLine, $"Say who acts: --as with a name, or the environment variable {People.Variable}.")
            : new People(Setup).Person(named.Trim());
    }

    /// <summary>Who acts, where that need not be a person.</summary>
    public Actor Anybody() => (Get(Flags.Automation), Get(Flags.Ai)) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => throw new StopException(ExitCode.WrongCommandLine, "Either an automation acts or an AI: leave one of --automation and --ai out."),
        ({ Length: > 0 } name, _) => Actor.Automation(name, CommandLines.Door),
        (_, { Length: > 0 } name) => Actor.Agent(name, CommandLines.Door),
        _ => Person(),
    };

    /// <summary>A value from the command line, a file, or what is piped in; null when none is given.</summary>
    /// <exception cref="StopException">The file can't be read.</exception>
    public async Task<string?> ValueAsync(Option<string?> stated, Option<string?> inFile)
    {
        if (Get(inFile) is not { Length: > 0 } file)
        {
            return Get(stated);
        }

        if (Get(stated) is not null)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"The value is given twice: leave one of {stated.Name} and {inFile.Name} out.");
        }

        try
        {
            return file == "-"
                ? await Terminal.In.ReadToEndAsync(Cancel).ConfigureAwait(false)
                : new FileInfo(file).Length > LargestFile
                    ? throw new StopException(ExitCode.WrongCommandLine, $"'{file}' is too large for a value.")
                    : await File.ReadAllTextAsync(file, Cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{file}' can't be read: {e.Message}");
        }
    }

    /// <summary>An SOP by its id.</summary>
    /// <exception cref="StopException">There is no such SOP.</exception>
    public SopDefinition Sop(string id) => Setup.Sops.FirstOrDefault(sop => sop.Id == id)
        ?? throw new StopException(ExitCode.NotFound, $"There is no SOP '{id}'.{Nearest.Hint(id, Setup.Sops.Select(sop => sop.Id))} The command sops names all of them.", nameof(RefusalKind.UnknownSop));

    /// <summary>Says how far the reading of the record is, until it is disposed of.</summary>
    public Progress Reading() => new(Terminal, !IsJson, "Reading the record", Setup.Options.Time ?? TimeProvider.System);

    /// <summary>Writes JSON, where it is wanted.</summary>
    public int WriteJson(Action<Utf8JsonWriter> write)
    {
        Terminal.Out.Write(JsonText.Of(write) + "\n");
        return ExitCode.Done;
    }

    /// <summary>Says what became of a command, and does what can be done now where that is wanted.</summary>
    /// <exception cref="StopException">It was refused.</exception>
    public async Task<int> TellAsync(Reply reply, string done)
    {
        if (reply.Refusal is { } refusal)
        {
            throw new StopException(ExitCode.Of(refusal.Kind), refusal.Message, refusal.Kind.ToString());
        }

        var now = reply;
        if (Get(Flags.Work))
        {
            await WorkAsync().ConfigureAwait(false);
            now = await RunAsync(reply.Run).ConfigureAwait(false) is { } run ? reply with { State = run.State, Sequence = run.Sequence } : reply;
        }

        // Who did one thing most often wants to do the next.
        var host = await HostAsync().ConfigureAwait(false);
        var waiting = now.State is null ? [] : (await host.InboxAsync(new() { Run = now.Run }, Cancel).ConfigureAwait(false)).Select(item => item.Id).ToList();
        if (IsJson)
        {
            return WriteJson(json => JsonText.Reply(json, now, waiting));
        }

        Page.Line(now.State is { } state
            ? $"{done} {now.Run} is in {state}{(waiting.Count == 0 ? "." : $", and {Page.List(waiting)} {(waiting.Count == 1 ? "waits" : "wait")}.")}"
            : done);
        return ExitCode.Done;
    }

    /// <summary>Does what can be done now, until there is nothing left.</summary>
    /// <returns>How many things were done.</returns>
    public async Task<int> WorkAsync()
    {
        var host = await HostAsync().ConfigureAwait(false);
        await host.PrepareAsync(Cancel).ConfigureAwait(false);
        var all = 0;
        while (await host.WorkAsync(Cancel).ConfigureAwait(false) is > 0 and var done)
        {
            all += done;
        }

        return all;
    }

    /// <summary>A run by its name; null when there is none.</summary>
    public async Task<RunSummary?> RunAsync(string name)
    {
        // No letter of a name comes before the blank, so nothing stands between a name and the same with a blank.
        var runs = await (await StoreAsync().ConfigureAwait(false)).RunsAsync(new() { Before = name + " ", Backwards = true, Max = 1 }, Cancel).ConfigureAwait(false);
        return runs is [var run] && run.Run == name ? run : null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync().ConfigureAwait(false);
        }
    }
}
