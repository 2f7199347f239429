using System.Text.Json;
using System.Text.Json.Nodes;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>What came out of an editor.</summary>
/// <param name="Json">The value.</param>
/// <param name="Changes">The lines that were changed, as <see cref="Difference"/> has them; none when nothing was.</param>
internal sealed record Edited(string Json, IReadOnlyList<string> Changes);

/// <summary>Lets a person change a value in an editor.</summary>
internal static class Editing
{
    /// <summary>The value after the person changed it. A value that is only one text is edited as text, everything else as JSON.</summary>
    /// <exception cref="StopException">There is no editor, or what the person left is no JSON.</exception>
    public static Edited Edit(Terminal terminal, string json, string otherwise = "--value or --value-file")
    {
        var text = OnlyText(json, out var member);
        var folder = Directory.CreateTempSubdirectory("sop-");
        try
        {
            var file = Path.Combine(folder.FullName, text is null ? "value.json" : "text.txt");
            var before = text ?? Skeleton.Text(JsonNode.Parse(json));
            File.WriteAllText(file, before.EndsWith('\n') ? before : before + "\n");
            if (!terminal.TryEdit(file))
            {
                throw new StopException(ExitCode.WrongCommandLine, $"No editor is known: set the environment variable EDITOR, or give it with {otherwise}.");
            }

            var after = File.ReadAllText(file).ReplaceLineEndings("\n");
            after = !before.EndsWith('\n') && after.EndsWith('\n') ? after[..^1] : after;
            return text is null
                ? new(Checked(after), Difference.Of(before, Skeleton.Text(JsonNode.Parse(after))))
                : new(new JsonObject { [member!] = after }.ToJsonString(), Difference.Of(before, after));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The value that a checkpoint hands back, or that a step makes, before anybody edits it.</summary>
    /// <returns>What is shown, where the answer is of its type; else an empty value, which is new.</returns>
    /// <exception cref="StopException">The answer makes no value.</exception>
    public static (string Json, bool IsNew) Start(ItemView view, SopDefinition? sop)
    {
        var item = view.Item;
        var step = sop?.StepOf(item.Kind == ItemKind.ByHand ? item.CanBeDone ?? "" : item.Step);
        var shown = view.Item.Shown ?? [];
        if (step is null || step.Outputs.Count == 0)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{item.Id}' takes no value, so there is nothing to edit.");
        }

        if (item.Kind == ItemKind.Approve && step.Outputs.All(type => ShownOf(type) is not null))
        {
            return (
                step.Outputs.Count == 1
                    ? ShownOf(step.Outputs[0])!
                    : new JsonObject(step.Outputs.Select(type => KeyValuePair.Create(Short(type), JsonNode.Parse(ShownOf(type)!)))).ToJsonString(),
                false);
        }

        return (Skeleton.Of(view.AnswerSchema ?? "{}"), true);

        string? ShownOf(string type) => shown.FirstOrDefault(one => one.Type == type && !one.Context) is { } one ? view.Values.First(value => value.Key == one.Name).Value : null;
    }

    private static string Checked(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return json;
        }
        catch (JsonException e)
        {
            throw new StopException(ExitCode.Refused, $"What you left in the editor is no JSON, and nothing was done: {e.Message}");
        }
    }

    // The text of a value that has one member, a text, and the name of that member.
    private static string? OnlyText(string json, out string? member)
    {
        member = null;
        if (JsonNode.Parse(json) is JsonObject { Count: 1 } only && only.First() is { Value: JsonValue value } pair && value.TryGetValue<string>(out var text))
        {
            member = pair.Key;
            return text;
        }

        return null;
    }

    private static string Short(string type)
    {
        var end = type.IndexOf('<', StringComparison.Ordinal);
        return type[((end < 0 ? type : type[..end]).LastIndexOf('.') + 1)..];
    }
}
