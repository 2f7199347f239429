using System.Text.Json;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Reads the values that an answer brings.</summary>
internal static class Answers
{
    /// <summary>The values of a step that makes none, one, or several; several are the members of one JSON object, named like their types.</summary>
    /// <exception cref="RefusedException">The JSON has another form.</exception>
    public static IReadOnlyList<MadeValue> Read(KnownSop sop, StepDefinition step, string? json)
    {
        var outputs = step.Outputs;
        if (outputs.Count == 0)
        {
            return json is null ? [] : throw new RefusedException(RefusalKind.Malformed, $"Step '{step.Name}' makes no value, so its answer has none.");
        }

        if (json is null)
        {
            throw new RefusedException(RefusalKind.Incomplete, $"Step '{step.Name}' makes {string.Join(" and ", outputs.Select(Short))}: give it as JSON.");
        }

        return outputs.Count == 1 ? [new(outputs[0], sop.Checked($"The answer to '{step.Name}'", outputs[0], json))] : Several(sop, step, json);
    }

    /// <summary>What somebody outside says that an AI used. The chain of the record has it, so it has numbers and a code, and no text.</summary>
    /// <exception cref="RefusedException">It has another form.</exception>
    public static AgentUsage? Used(AgentUsage? usage)
    {
        if (usage is { InputTokens: < 0 } or { OutputTokens: < 0 } or { Cost: < 0 })
        {
            throw new RefusedException(RefusalKind.Malformed, "What an AI used is no number below 0.");
        }

        return usage is { Cost: null, Currency: not null } or { Cost: not null, Currency: null } || (usage?.Currency is { } currency && (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper)))
            ? throw new RefusedException(RefusalKind.Malformed, "A cost has a currency as its ISO code, such as EUR, and without a cost there is none.")
            : usage;
    }

    /// <summary>The name of a type without its namespace.</summary>
    public static string Short(string type)
    {
        var end = type.IndexOf('<', StringComparison.Ordinal);
        return type[((end < 0 ? type : type[..end]).LastIndexOf('.') + 1)..];
    }

    private static List<MadeValue> Several(KnownSop sop, StepDefinition step, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("It is no object.");
            }

            var members = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.OrdinalIgnoreCase);
            List<MadeValue> values = [];
            foreach (var type in step.Outputs)
            {
                values.Add(members.Remove(Short(type), out var part)
                    ? new(type, sop.Checked($"'{Short(type)}' in the answer to '{step.Name}'", type, part))
                    : throw new JsonException($"Member '{Short(type)}' is missing."));
            }

            return members.Count == 0 ? values : throw new JsonException($"Member '{members.Keys.First()}' is unknown.");
        }
        catch (JsonException e)
        {
            throw new RefusedException(RefusalKind.Malformed, $"The answer to '{step.Name}' must be a JSON object with {string.Join(" and ", step.Outputs.Select(Short))}: {e.Message}");
        }
    }
}
