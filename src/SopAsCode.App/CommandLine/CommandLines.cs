using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Understands what was written behind the name of the program, and has it done.</summary>
internal sealed class CommandLines(Setup setup, Terminal terminal)
{
    /// <summary>The door of all that comes from here, as the record names it.</summary>
    public const string Door = "command line";

    private readonly Flags _flags = new();

    /// <summary>Does it.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancel)
    {
        // The same words and numbers on each machine.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var root = Root();
        var line = root.Parse(Meant(args), new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        try
        {
            // Help for a command that is none would be help for all.
            return (line.Errors.Count > 0 && line.Action is ParseErrorAction) || (line.UnmatchedTokens.Count > 0 && line.CommandResult.Command is RootCommand)
                ? throw new StopException(ExitCode.WrongCommandLine, WhatIsWrong(line))
                : await line.InvokeAsync(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancel).ConfigureAwait(false);
        }
        catch (StopException stop)
        {
            return Say(stop, line);
        }
        catch (RefusedException refused)
        {
            return Say(new(ExitCode.Of(refused.Refusal.Kind), refused.Message, refused.Refusal.Kind.ToString()), line);
        }
        catch (RunStoreException trouble)
        {
            return Say(new(ExitCode.Store, trouble.Message, trouble.Trouble.ToString()), line);
        }
        catch (InvalidOperationException wrong)
        {
            // The SOPs of the program and the runs of the store do not fit together, and the message names them.
            return Say(new(ExitCode.Refused, wrong.Message), line);
        }
        catch (OperationCanceledException)
        {
            return Say(new(ExitCode.Stopped, "Stopped."), line);
        }
    }

    // Nothing at all asks for help, and "help approve" is "approve --help".
    private static IReadOnlyList<string> Meant(IReadOnlyList<string> args) => args.Count == 0 ? ["--help"] : args[0] == "help" ? [.. args.Skip(1), "--help"] : args;

    private int Say(StopException stop, ParseResult line)
    {
        if (line.GetValue(_flags.Json))
        {
            terminal.Out.Write(JsonText.Of(json =>
            {
                json.WriteStartObject();
                JsonText.Refusal(json, stop.Kind, stop.Message);
                json.WriteEndObject();
            }) + "\n");
        }

        new Page(terminal.Error, terminal.Width, hasColor: false).Text(stop.Message);
        return stop.Code;
    }

    private static string WhatIsWrong(ParseResult line)
    {
        var command = line.CommandResult.Command;
        if (line.UnmatchedTokens is [var unknown, ..])
        {
            IEnumerable<string> names = unknown.StartsWith('-')
                ? command.Options.Concat(line.RootCommandResult.Command.Options).Select(option => option.Name)
                : command.Subcommands.Select(one => one.Name).Append("help");
            var what = command.Subcommands.Count > 0 && !unknown.StartsWith('-') ? $"There is no command '{unknown}'." : $"'{command.Name}' does not know '{unknown}'.";
            return $"{what}{(command.Subcommands.Count > 0 || unknown.StartsWith('-') ? Nearest.Hint(unknown, names) : "")} {More(command)}";
        }

        return $"{string.Join(' ', line.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))} {More(command)}";
    }

    private static string More(Command command) => command is RootCommand ? "help names all commands." : $"help {command.Name} says how to write it.";

    private RootCommand Root()
    {
        RootCommand root = new("Runs the SOPs of the team: starts runs, shows what waits for whom, takes answers, and keeps the record.");
        foreach (var command in new RunCommands(this).All.Concat(new ItemCommands(this).All).Concat(new RecordCommands(this).All).Concat(new FigureCommands(this).All).Concat(new ServeCommand(this).All).Concat(new CompletionCommands(this, root).All))
        {
            root.Add(command);
        }

        root.Options.Add(_flags.As);
        root.Options.Add(_flags.Json);
        if (root.Options.OfType<HelpOption>().FirstOrDefault() is { Action: HelpAction usual } help)
        {
            usual.MaxWidth = terminal.Width > 0 ? terminal.Width : 100;
            help.Action = new HelpPage(usual, terminal);
        }

        return root;
    }

    /// <summary>Makes a command.</summary>
    public Command Make(string name, string description, Func<Call, Task<int>> run, params IEnumerable<Symbol> symbols)
    {
        Command command = new(name, description);
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Option option:
                    command.Add(option);
                    break;
                case Argument argument:
                    command.Add(argument);
                    break;
            }
        }

        command.SetAction(async (line, cancel) =>
        {
            var call = new Call(setup, terminal, _flags, line, cancel);
            await using (call.ConfigureAwait(false))
            {
                return await run(call).ConfigureAwait(false);
            }
        });
        return command;
    }

    /// <summary>What commands have in common.</summary>
    public Flags Flags => _flags;

    // The usual help, and what programs answer to the shell.
    private sealed class HelpPage(HelpAction usual, Terminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            usual.Invoke(parseResult);
            Page page = new(terminal.Out, terminal.Width, hasColor: false);
            page.Line("Exit codes:");
            foreach (var (code, meaning) in ExitCode.All)
            {
                page.Line(string.Create(CultureInfo.InvariantCulture, $"{code,-3}  {meaning}"), 2);
            }

            return ExitCode.Done;
        }
    }
}
