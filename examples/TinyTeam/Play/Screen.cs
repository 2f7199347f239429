using System.Globalization;
using Spectre.Console;

namespace TinyTeam.Play;

/// <summary>Shows the day in a terminal, in at most 100 columns. Colours only where the terminal takes them.</summary>
/// <param name="terminal">Where to write.</param>
/// <param name="zone">The time zone in which people read times.</param>
internal sealed class Screen(IAnsiConsole terminal, TimeZoneInfo zone)
{
    private const int Columns = 100;
    private const int Step = 20;
    private const int Who = 22;
    private const int Before = 7 + Step + Who;

    private string _clock = "";

    /// <summary>A headline.</summary>
    public void Headline(DateTimeOffset at, string text)
    {
        Write("");
        Write($"[bold]{Clock(at)}  {text.EscapeMarkup()}[/]");
        _clock = "";
    }

    /// <summary>Lines of running text.</summary>
    public void Text(string text, int indent = 0)
    {
        foreach (var line in Broken(text, Columns - indent))
        {
            Write(new string(' ', indent) + line.EscapeMarkup());
        }
    }

    /// <summary>One thing that happened. The time stands where it is another than on the line before.</summary>
    public void Show(DayLine line)
    {
        var words = Broken(line.Words, Columns - Before);
        var colour = line.By switch
        {
            Doer.AI => "magenta",
            Doer.Automation => "blue",
            Doer.Person => "green",
            _ => "default",
        };
        var clock = Clock(line.At);
        Write($"{(clock == _clock ? "" : clock),-5}  {line.Step.EscapeMarkup().PadRight(Step)}[{colour}]{line.Who.PadRight(Who).EscapeMarkup()}[/]{words[0].EscapeMarkup()}");
        _clock = clock;
        foreach (var more in words.Skip(1))
        {
            Write(new string(' ', Before) + more.EscapeMarkup());
        }
    }

    private string Clock(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    private static List<string> Broken(string text, int columns)
    {
        if (text.Length <= columns)
        {
            return [text];
        }

        List<string> lines = [];
        var line = "";
        foreach (var word in text.ReplaceLineEndings(" ").Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > columns)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        lines.Add(line);
        return lines;
    }

    // Written line by line, so that a narrow terminal wraps and a file does not.
    private void Write(string markup)
    {
        terminal.Profile.Width = Math.Max(terminal.Profile.Width, 2 * Columns);
        terminal.MarkupLine(markup);
    }
}
