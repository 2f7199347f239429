using System.CommandLine;
using System.Text.Json;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>Where a sheet goes, and as what: lines of a terminal, Markdown, or JSON.</summary>
internal sealed class SheetOutput
{
    private readonly Option<bool> _markdown = new("--markdown") { Description = "As Markdown" };
    private readonly Option<string?> _out = new("--out") { Description = "A file for it, as Markdown, or with --json as JSON", HelpName = "file" };

    public IEnumerable<Option> Options => [_markdown, _out];

    /// <summary>Writes it.</summary>
    /// <exception cref="StopException">The file can't be written, or two forms are asked for.</exception>
    public async Task<int> WriteAsync(Call call, Func<Sheet> sheet, Action<Utf8JsonWriter> json, bool isMarkdown = false)
    {
        if (call.IsJson && call.Get(_markdown))
        {
            throw new StopException(ExitCode.WrongCommandLine, "Either JSON is written or Markdown: leave one of --json and --markdown out.");
        }

        if (call.Get(_out) is { } file)
        {
            await WriteFileAsync(call, file, call.IsJson ? JsonText.Of(json) + "\n" : SheetMarkdown.Of(sheet())).ConfigureAwait(false);
            return ExitCode.Done;
        }

        if (call.IsJson)
        {
            return call.WriteJson(json);
        }

        if (isMarkdown || call.Get(_markdown))
        {
            // What could harm a terminal is shown by its number in Markdown too.
            call.Terminal.Out.Write(SheetMarkdown.Of(sheet()));
        }
        else
        {
            SheetLines.Write(call.Page, sheet());
        }

        return ExitCode.Done;
    }

    private static async Task WriteFileAsync(Call call, string file, string text)
    {
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
            call.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("file", file);
                json.WriteEndObject();
            });
            return;
        }

        call.Page.Line($"It is in {file}.");
    }
}
