using System.CommandLine;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Something that can stand at a place of the command line, and what it means.</summary>
internal sealed record Suggestion(string Value, string Meaning);

/// <summary>
/// Finds what can stand at a place of the command line. What the help calls a value, such as <c>person</c> or <c>run</c>, says what is suggested for it. It
/// looks only, also where something is wrong: whoever types has not ended yet.
/// </summary>
internal sealed class Suggesting(Call call, RootCommand root)
{
    /// <summary>Tells the shell to complete the names of files by itself.</summary>
    public const string Files = ":files";

    private const int Most = 200;
    private static readonly Suggestion[] OwnFiles = [new(Files, "")];

    /// <summary>What can stand there, with the letters that are typed already.</summary>
    /// <param name="words">All words behind the name of the program.</param>
    /// <param name="at">The number of the word that is typed, from 0.</param>
    public async Task<IReadOnlyList<Suggestion>> OfAsync(IReadOnlyList<string> words, int at)
    {
        List<string> before = [.. words.Take(Math.Max(0, at))];
        var typed = words.ElementAtOrDefault(at) ?? "";
        try
        {
            var found = await AllAsync(before, typed).ConfigureAwait(false);
            return [.. found.Where(one => one.Value == Files || one.Value.StartsWith(typed, StringComparison.Ordinal)).Take(Most)];
        }
        catch (Exception e) when (e is RunStoreException or InvalidOperationException or StopException)
        {
            // The command itself says what is wrong.
            return [];
        }
    }

    private async Task<IEnumerable<Suggestion>> AllAsync(List<string> before, string typed)
    {
        var commands = root.Subcommands.Where(command => !command.Hidden).Select(command => new Suggestion(command.Name, command.Description ?? ""));
        if (before.Count == 0)
        {
            return typed.StartsWith('-') ? Flags([root]) : commands.Append(new("help", "Says how to write a command"));
        }

        if (before[0] == "help")
        {
            return before.Count == 1 ? commands : [];
        }

        if (root.Subcommands.FirstOrDefault(command => command.Name == before[0]) is not { Hidden: false } given)
        {
            return [];
        }

        Place place = new(given, [.. given.Options, .. root.Options], before);
        if (place.Open is { } option)
        {
            return await ValuesAsync(place, option.HelpName ?? option.Name).ConfigureAwait(false);
        }

        var flags = Flags([given, root]).Where(flag => !before.Contains(flag.Value, StringComparer.Ordinal));
        return typed.StartsWith('-') || place.Next is not { } argument ? flags : await ValuesAsync(place, argument.Name).ConfigureAwait(false);
    }

    private static IEnumerable<Suggestion> Flags(IEnumerable<Command> commands) => commands
        .SelectMany(command => command.Options)
        .Where(option => !option.Hidden && option.Name != "--version")
        .Select(option => new Suggestion(option.Name, option.Description ?? ""));

    private async Task<IEnumerable<Suggestion>> ValuesAsync(Place place, string what) => what switch
    {
        "file" or "folder" => OwnFiles,
        "person" => call.Setup.Catalogues.SelectMany(catalogue => catalogue.Policy?.Holders ?? [])
            .GroupBy(holder => holder.Person, StringComparer.OrdinalIgnoreCase)
            .Select(roles => new Suggestion(roles.Key, string.Join(", ", roles.Select(holder => holder.Role.Title)))),
        "sop" => call.Setup.Sops.OrderBy(sop => sop.Id, StringComparer.Ordinal).Select(sop => new Suggestion(sop.Id, sop.Title)),
        "run" => await RunsAsync(place).ConfigureAwait(false),
        "item" => await ItemsAsync(place).ConfigureAwait(false),
        "item-or-run" => (await ItemsAsync(place).ConfigureAwait(false)).Concat(await RunsAsync(place).ConfigureAwait(false)),
        "metric" => (await SopOfRunAsync(place).ConfigureAwait(false))?.Metrics.Select(metric => new Suggestion(metric.Name, metric.Unit ?? "")) ?? [],
        "step" => SopOf(place)?.Steps.Where(step => step.Kind == StepKind.Wait).Select(step => new Suggestion(step.Name, step.Title)) ?? [],
        "words" => SopOf(place)?.Triggers.Select(trigger => new Suggestion(trigger.When, "")) ?? [],
        "shell" => CompletionScripts.Shells.Select(shell => new Suggestion(shell, "")),
        "number" when place.Open!.Name == call.Flags.Revision.Name => await RevisionAsync(place).ConfigureAwait(false),
        _ => [],
    };

    private SopDefinition? SopOf(Place place) => call.Setup.Sops.FirstOrDefault(sop => sop.Id == place.Arguments.ElementAtOrDefault(0));

    private async Task<SopDefinition?> SopOfRunAsync(Place place) =>
        call.Setup.IsThere() && await call.RunAsync(place.Arguments[0]).ConfigureAwait(false) is { } run ? call.Setup.Sops.FirstOrDefault(sop => sop.Id == run.Sop) : null;

    private async Task<IEnumerable<Suggestion>> RunsAsync(Place place)
    {
        if (!call.Setup.IsThere())
        {
            return [];
        }

        var store = await call.StoreAsync().ConfigureAwait(false);
        var isOpen = place.Command.Name is "fallback" or "resume" or "escalate" or "hold" or "continue" or "cancel";
        var runs = await store.RunsAsync(new() { Unfinished = isOpen, Max = Most }, call.Cancel).ConfigureAwait(false);
        return runs.Select(run => new Suggestion(run.Run, $"{run.Sop}, {run.State}"));
    }

    private async Task<IEnumerable<Suggestion>> ItemsAsync(Place place)
    {
        if (!call.Setup.IsThere())
        {
            return [];
        }

        Func<PendingItem, bool> fits = place.Command.Name switch
        {
            "approve" or "reject" => item => item.Kind == ItemKind.Approve,
            "complete" => item => item.Kind is ItemKind.Do or ItemKind.Answer or ItemKind.ByHand or ItemKind.Attend or ItemKind.Notice,
            "done-by-hand" => item => item is { Kind: ItemKind.ByHand, CanBeDone: not null },
            "tick" => item => item.Kind == ItemKind.Task,
            "judge" => item => item.Kind == ItemKind.Check,
            "report" => item => item.Kind == ItemKind.Report,
            "show" => _ => true,
            _ => item => item.Kind != ItemKind.Report,
        };

        // Whoever acts is suggested what whoever acts may answer.
        var host = await call.HostAsync().ConfigureAwait(false);
        var person = place.Command.Name is "show" or "report" ? null : place.After(call.Flags.As.Name) ?? call.Terminal.Environment(People.Variable);
        var items = string.IsNullOrWhiteSpace(person)
            ? await host.InboxAsync(new() { Max = Most }, call.Cancel).ConfigureAwait(false)
            : await host.InboxOfAsync(new People(call.Setup).Person(person).Name, call.Cancel).ConfigureAwait(false);
        return items.Where(fits).Select(item => new Suggestion(item.Id, item.Title));
    }

    private async Task<IEnumerable<Suggestion>> RevisionAsync(Place place)
    {
        if (!call.Setup.IsThere() || place.Arguments.Count == 0)
        {
            return [];
        }

        var host = await call.HostAsync().ConfigureAwait(false);
        return (await host.InboxAsync(new() { Item = place.Arguments[0] }, call.Cancel).ConfigureAwait(false)).Select(item => new Suggestion($"{item.Revision}", item.Title));
    }

    /// <summary>A place behind a command.</summary>
    private sealed class Place
    {
        private readonly List<string> _before;

        public Place(Command command, IReadOnlyList<Option> options, List<string> before)
        {
            (Command, _before) = (command, before);
            for (var i = 1; i < before.Count; i++)
            {
                if (!before[i].StartsWith('-'))
                {
                    Arguments.Add(before[i]);
                }
                else if (options.FirstOrDefault(option => option.Name == before[i]) is { } option && option.ValueType != typeof(bool) && ++i == before.Count)
                {
                    Open = option;
                }
            }
        }

        public Command Command { get; }

        /// <summary>The option whose value is typed; null when none is.</summary>
        public Option? Open { get; }

        /// <summary>The arguments before.</summary>
        public List<string> Arguments { get; } = [];

        /// <summary>The argument that is typed; null when all are there.</summary>
        public Argument? Next => Command.Arguments.ElementAtOrDefault(Arguments.Count);

        /// <summary>The value of an option; null when it is not there.</summary>
        public string? After(string option) => _before.IndexOf(option) is >= 0 and var at ? _before.ElementAtOrDefault(at + 1) : null;
    }
}
