using System.CommandLine;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>The command that prints a script of a shell, and the one that the script calls at each press of the Tab key.</summary>
internal sealed class CompletionCommands(CommandLines lines, RootCommand root)
{
    /// <summary>What the scripts call.</summary>
    public const string Suggest = "suggest";

    private readonly Argument<string> _shell = new("shell") { Description = $"The shell: {string.Join(", ", CompletionScripts.Shells)}" };
    private readonly Option<string?> _name = new("--name") { Description = "What you type to call this program. Without it the name of its file", HelpName = "name" };
    private readonly Option<int> _at = new("--at") { Description = "The number of the word that is typed" };
    private readonly Argument<string[]> _words = new("words") { Description = "All words behind the name of the program", Arity = ArgumentArity.ZeroOrMore };

    public IEnumerable<Command> All
    {
        get
        {
            var suggest = lines.Make(Suggest, "What can stand at a place of the command line", SuggestAsync, _at, _words);
            suggest.Hidden = true;
            return [lines.Make("completion", "Prints a script by which a shell completes commands, flags and names with the Tab key", Print, _shell, _name), suggest];
        }
    }

    private Task<int> Print(Call call)
    {
        var name = call.Get(_name) ?? RootCommand.ExecutableName;
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.') || name.Length == 0)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{name}' is no name of a program that a shell can complete: give one of letters, digits, hyphens, points and underscores with {_name.Name}.");
        }

        var shell = call.Get(_shell);
        var script = CompletionScripts.Of(shell, name)
            ?? throw new StopException(ExitCode.WrongCommandLine, $"There is no script for '{shell}'.{Nearest.Hint(shell, CompletionScripts.Shells)} There is one for {string.Join(", ", CompletionScripts.Shells)}.");
        if (call.IsJson)
        {
            return Task.FromResult(call.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("script", script);
                json.WriteEndObject();
            }));
        }

        call.Terminal.Out.Write(script);
        return Task.FromResult(ExitCode.Done);
    }

    private async Task<int> SuggestAsync(Call call)
    {
        foreach (var suggestion in await new Suggesting(call, root).OfAsync(call.Get(_words) ?? [], call.Get(_at)).ConfigureAwait(false))
        {
            call.Terminal.Out.Write($"{VisibleText.Line(suggestion.Value)}\t{VisibleText.Line(suggestion.Meaning)}\n");
        }

        return ExitCode.Done;
    }
}
