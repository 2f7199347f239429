using System.Collections;
using System.Reflection;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Tests.Tooling;

/// <summary>
/// An SOP in which everything is said: every member of the definition has a value that stands nowhere else. A member that somebody adds to the language is
/// in it by itself.
/// </summary>
public sealed class Filled
{
    private readonly Func<string, string> _text;
    private int _count;

    /// <summary>Makes one.</summary>
    /// <param name="text">A text from its number and the name of its member.</param>
    public Filled(Func<string, string> text) => _text = text;

    /// <summary>Each text with the member that says it, as in <c>StepDefinition.Instructions</c>.</summary>
    public List<(string Member, string Text)> Texts { get; } = [];

    /// <summary>The SOP: a step of each kind, and ways that the steps take.</summary>
    public SopDefinition Sop()
    {
        var sop = (SopDefinition)Make(typeof(SopDefinition));
        List<StepDefinition> steps = [.. Enum.GetValues<StepKind>().Select(kind => (StepDefinition)Make(typeof(StepDefinition)) with { Name = $"Step{kind}", Kind = kind })];
        steps[3] = steps[3] with { Access = [steps[3].Access[0] with { Kind = Access.Write, Tool = sop.Grants[0].Tool, Impact = sop.Grants[0].Impact }] };
        return sop with
        {
            Id = "filled",
            Class = "Shop.Filled",
            Stage = Stage.Active,
            Fingerprint = "0123456789abcdef",
            Steps = steps,
            States = [.. steps.Select(step => step.Name), "Fallback", "Completed", "Rejected", "Escalated", "Cancelled"],
            Transitions =
            [
                .. steps.Select((step, i) => (TransitionDefinition)Make(typeof(TransitionDefinition)) with { From = step.Name, Trigger = SopTrigger.Complete, To = i + 1 < steps.Count ? steps[i + 1].Name : "Completed" }),
                (TransitionDefinition)Make(typeof(TransitionDefinition)) with { From = steps[2].Name, Trigger = SopTrigger.Reject, To = steps[0].Name },
            ],
        };
    }

    private object Make(Type type)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.Name != "EqualityContract"))
        {
            if (property.PropertyType != type && !(type != typeof(SopDefinition) && property.PropertyType == typeof(StepDefinition)))
            {
                property.SetValue(made, Value(property.PropertyType, $"{type.Name}.{property.Name}"));
            }
        }

        return made;
    }

    private object? Value(Type type, string member)
    {
        _count++;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Value(inner, member);
        }

        if (type == typeof(string))
        {
            var text = _text($"{member.Replace('.', '-')}-{_count}");
            Texts.Add((member, text));
            return text;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            if (item != typeof(StepDefinition) && item != typeof(TransitionDefinition))
            {
                list.Add(Value(item, member));
            }

            return list;
        }

        return type switch
        {
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => _count,
            _ when type == typeof(double) => (double)_count,
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(_count),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 1).AddDays(_count),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Math.Min(1, Enum.GetValues(type).Length - 1)),
            _ when type.Namespace == "SopAsCode.Definitions" => Make(type),
            _ => throw new NotSupportedException($"{member} has the type {type}: say here what to fill in."),
        };
    }
}
