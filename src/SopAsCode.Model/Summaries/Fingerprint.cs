using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Summaries;

/// <summary>
/// A short text that changes when something changes that matters to how an SOP runs. The lock file stores it for each SOP.
/// </summary>
/// <remarks>
/// These things matter: the names and the order of the steps, with their performers, what they read, make and may touch, their
/// limits, times, retries and spot checks; how many checks there are, how many people must approve, who may not, and what is only shown; the text and the version of prompts, with the instructions and
/// guardrails that an AI gets with them; models and their providers; every edge between the steps, with the names of the conditions
/// on it and what they read; hand-offs, and whether each value of a list becomes a run; schedules; the stage. These do not: titles,
/// purpose, remarks, labels, the wording of checks, metrics, reviews, the owner, grants, the policy, the change log, and where and
/// how the source is written. The code of bodies and the properties of records are not visible here.
/// </remarks>
public static class Fingerprint
{
    // A change of the text below changes every lock file, so it needs a new number here.
    private const string Form = "sop 1";

    private const int Bytes = 8;

    /// <summary>Takes the fingerprint of an SOP, with the texts of its prompts filled in.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>Sixteen lower-case hexadecimal digits: the first 64 bits of a SHA-256.</returns>
    public static string Of(FlowGraph graph)
    {
        using var hash = SHA256.Create();
        var digits = new StringBuilder(2 * Bytes);
        foreach (var part in hash.ComputeHash(Encoding.UTF8.GetBytes(TextOf(graph))).Take(Bytes))
        {
            digits.Append(part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return digits.ToString();
    }

    /// <summary>The text that is hashed: a line for each thing that matters. It shows why two fingerprints differ.</summary>
    /// <param name="graph">The flow.</param>
    /// <returns>The lines, each ended by <c>\n</c>.</returns>
    public static string TextOf(FlowGraph graph)
    {
        var sop = graph.Sop;
        var lines = new Lines();
        lines.Add(Form);
        lines.Add("stage", sop.Stage);
        lines.Add("input", sop.Input?.Plain);
        // This line is added only where it is true, so that old lock files stay valid for all other SOPs.
        if (sop.HasApprovedInput)
        {
            lines.Add("approved input");
        }

        foreach (var cron in sop.Triggers.Select(trigger => trigger.Cron).OfType<string>().OrderBy(cron => cron, StringComparer.Ordinal))
        {
            lines.Add("cron", cron);
        }

        foreach (var trigger in sop.Triggers.Where(trigger => trigger.Start is not null || trigger.Each is not null))
        {
            lines.Add("trigger", trigger.Cron, trigger.Start?.Name, trigger.Each?.Method.Name);
        }

        // These lines are added only where something is stated, so that old lock files stay valid for all other SOPs.
        if (sop.Due is { } due)
        {
            lines.Add("run due", due.By?.Name ?? (object)due.TotalMinutes);
        }

        if (sop.OwnHours is { } hours)
        {
            lines.Add("hours", hours.Hours, hours.Zone);
        }

        foreach (var step in sop.Steps)
        {
            Add(lines, sop, step);
        }

        foreach (var edge in graph.Edges.Where(edge => edge.Cause != EdgeCause.House))
        {
            lines.Add("way", graph.NameOf(edge.From), edge.Trigger, graph.NameOf(edge.To), edge.Condition, edge.AtMost, edge.IsUndecided);
        }

        foreach (var condition in Asked(graph))
        {
            lines.Add("condition", [condition.Name, .. Read(condition.Parameters)]);
        }

        foreach (var time in sop.Times.Where(time => AskedTimes(sop).Contains(time.Name, StringComparer.Ordinal)).OrderBy(time => time.Name, StringComparer.Ordinal))
        {
            lines.Add("time", [time.Name, .. Read(time.Parameters)]);
        }

        return lines.ToString();
    }

    private static void Add(Lines lines, SopModel sop, StepModel step)
    {
        lines.Add("step", step.Name, step.Kind, step.Performer?.Type, step.Waits);
        lines.Add("reads", [.. Read(step.Method.Parameters)]);
        // These lines are added only where something is stated, so that old lock files stay valid for all other SOPs.
        if (step.Method.Parameters.Any(parameter => parameter.IsShownOnly))
        {
            lines.Add("context", [.. step.Method.Parameters.Where(parameter => parameter.IsShownOnly).Select(parameter => parameter.Name)]);
        }

        if (step.Approvals != 1)
        {
            lines.Add("approvals", step.Approvals);
        }

        if (step.NotBy is { } doer)
        {
            lines.Add("not by", doer.Name);
        }

        lines.Add("makes", [.. step.Makes.Select(made => made.Plain)]);
        if (step.Kind == StepKind.Ai)
        {
            lines.Add("ai", step.Level, step.Performer?.Model, step.Performer?.Provider);
            lines.Add("prompt", step.Prompt?.Text, step.Prompt?.Version, step.Instructions);
            lines.Add("guardrails", [.. step.Guardrails]);
        }

        foreach (var access in step.Access)
        {
            lines.Add("access", access.Tool.Type, access.Kind, access.Impact, access.Irreversible);
        }

        if (step.Limit is { } limit)
        {
            lines.Add("limit", limit.When?.Name, limit.PerDay, limit.Since);
        }

        if (step.Due is { } due)
        {
            lines.Add("due", due.By?.Name ?? (object)due.TotalMinutes);
        }

        foreach (var reminder in step.Reminders)
        {
            lines.Add("remind", reminder.TotalMinutes);
        }

        if (step.After is { } after)
        {
            lines.Add("after", after.By?.Name ?? (object)after.TotalMinutes);
        }

        foreach (var task in step.Meanwhile)
        {
            lines.Add("meanwhile", task.Role.Type, task.Until?.Name, task.Every);
        }

        if (step.SpotCheck is { } spot)
        {
            lines.Add("spot check", spot.Role.Type, spot.OneIn);
        }

        foreach (var handoff in step.Handoffs)
        {
            lines.Add("hand-off", handoff.Target.Id, handoff.Wait, handoff.Result?.Plain);
        }

        // The line is added only if it is true, so that old lock files stay valid for all other SOPs.
        if (sop.HandsOverEach(step))
        {
            lines.Add("one run for each");
        }

        lines.Add("checks", step.Checklist.Count());
    }

    private static IEnumerable<string> Read(EquatableArray<ParameterModel> parameters) => parameters
        .Where(parameter => parameter.Role == ParameterRole.Value)
        .Select(parameter => parameter.Type.Plain + (parameter.Type.IsNullable ? "?" : ""));

    private static IEnumerable<string> AskedTimes(SopModel sop) => References.ToTimes(sop).Concat(sop.Steps.SelectMany(References.ToTimes)).Select(reference => reference.Target.Name);

    private static IEnumerable<ConditionModel> Asked(FlowGraph graph)
    {
        var limits = graph.Sop.Steps.Select(step => step.Limit?.When?.Name);
        HashSet<string?> asked = [.. graph.Edges.Select(edge => edge.Condition).Concat(limits)];
        return graph.Sop.Conditions.Where(condition => asked.Contains(condition.Name)).OrderBy(condition => condition.Name, StringComparer.Ordinal);
    }

    private sealed class Lines
    {
        // They are kept, because there are few values and each is written many times.
        private static readonly ConcurrentDictionary<Enum, string> Names = new();

        private readonly StringBuilder _text = new();

        public void Add(string word, params object?[] values)
        {
            _text.Append(word);
            foreach (var value in values)
            {
                _text.Append(' ');
                if (value is null)
                {
                    _text.Append('-');
                }
                else
                {
                    JsonText.Append(_text, Written(value));
                }
            }

            _text.Append('\n');
        }

        public override string ToString() => _text.ToString();

        private static string Written(object value) => value switch
        {
            string text => text,
            Enum named => Names.GetOrAdd(named, static one => one.ToString()),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
