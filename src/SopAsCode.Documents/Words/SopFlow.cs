using SopAsCode.Definitions;
using SopAsCode.Model.Values;
using SopAsCode.Runtime;

namespace SopAsCode.Documents.Words;

/// <summary>A way that an SOP states from one state to another.</summary>
/// <param name="From">The state it leaves.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Trigger">What sends a run along it.</param>
/// <param name="Label">When, in words; empty on the only way forward.</param>
internal sealed record SopWay(string From, string To, SopTrigger Trigger, string Label)
{
    /// <summary>The step it leaves is done.</summary>
    public bool IsForward => Trigger is SopTrigger.Complete or SopTrigger.Approve;
}

/// <summary>A state in which a run begins.</summary>
/// <param name="State">The state.</param>
/// <param name="Label">What starts the run there; empty where all runs start.</param>
internal sealed record SopStart(string State, string Label);

/// <summary>
/// The ways that people see. The ways that every SOP has, such as to cancel, would hide them; and what nobody states goes to the manual path, as the page
/// says once.
/// </summary>
internal sealed class SopFlow
{
    /// <summary>The state of the manual path.</summary>
    public const string Fallback = "Fallback";

    private static readonly HashSet<string> Undecided = new(StringComparer.Ordinal)
    {
        "a condition could not be decided", "no condition holds", "the limit could not be decided",
    };

    private readonly SopDefinition _sop;
    private readonly Dictionary<string, int> _numbers;
    private readonly ILookup<string, SopWay> _from;

    public SopFlow(SopDefinition sop)
    {
        _sop = sop;
        _numbers = sop.Steps.Select((step, i) => (step.Name, i)).ToDictionary(step => step.Name, step => step.i + 1, StringComparer.Ordinal);
        Ways = [.. sop.Transitions.Where(IsSeen).Select(way => new SopWay(way.From, way.To, way.Trigger, LabelOf(way)))];
        _from = Ways.ToLookup(way => way.From, StringComparer.Ordinal);
        Starts = StartsOf(sop);
    }

    /// <summary>The ways, in the order of the steps.</summary>
    public IReadOnlyList<SopWay> Ways { get; }

    /// <summary>Where runs begin.</summary>
    public IReadOnlyList<SopStart> Starts { get; }

    /// <summary>The ways that leave a step.</summary>
    public IEnumerable<SopWay> From(StepDefinition step) => _from[step.Name];

    /// <summary>The number of a step, from 1.</summary>
    public int NumberOf(StepDefinition step) => _numbers[step.Name];

    /// <summary>The number of a state's step; null for the manual path and the ends.</summary>
    public int? NumberOf(string state) => _numbers.TryGetValue(state, out var number) ? number : null;

    /// <summary>The anchor of a step on the page.</summary>
    public static string Anchor(int number) => $"step-{number}";

    /// <summary>A state in words.</summary>
    public string Name(string state) => _sop.StepOf(state) is { } step ? $"step {_numbers[state]}, {step.Title}" : state switch
    {
        Fallback => $"{_sop.Owner?.Title ?? "the owner"}, by hand",
        "Completed" => "the run is completed",
        "Rejected" => "the run ends, rejected",
        "Escalated" => "the run ends, escalated: an item goes to the owner",
        _ => "the run is cancelled",
    };

    // What starts runs at a step of its own has its own way from the start; where all start at one step, no way needs words.
    private static IReadOnlyList<SopStart> StartsOf(SopDefinition sop)
    {
        if (sop.Steps.Count == 0)
        {
            return [];
        }

        var starts = sop.Triggers.GroupBy(trigger => sop.StepOf(trigger.Start ?? "")?.Name ?? sop.Steps[0].Name, StringComparer.Ordinal).ToList();
        return starts.Count > 1
            ? [.. starts.Select(start => new SopStart(start.Key, StepWords.OneLine(string.Join(" / ", start.Select(trigger => trigger.When)))))]
            : [new(starts is [var only] ? only.Key : sop.Steps[0].Name, "")];
    }

    private bool IsSeen(TransitionDefinition way) => _numbers.ContainsKey(way.From) && way.Trigger switch
    {
        SopTrigger.Complete or SopTrigger.Approve or SopTrigger.Reject or SopTrigger.TimeOut or SopTrigger.LeaveLimit => !(way.To == Fallback && way.Label is { } label && Undecided.Contains(label)),
        SopTrigger.Fail => way.To != way.From && way.To != Fallback,
        _ => false,
    };

    private string LabelOf(TransitionDefinition way)
    {
        var step = _sop.StepOf(way.From)!;
        return way.Trigger switch
        {
            SopTrigger.Approve => Join("approved", way.Label),
            SopTrigger.Reject => Join("rejected", way.Label),
            SopTrigger.TimeOut when step.DueBy is { } method => $"no answer {StepWords.Inside(StepWords.OneLine(_sop.InWords(method)))}",
            SopTrigger.TimeOut => step.Due is { } due ? $"no answer in {StepWords.Due(_sop, due, step.DueDays)}" : "no answer in time",
            SopTrigger.Fail => step.Retries > 0 ? $"failed, and {EnglishWords.Count(step.Retries, "retry", "retries")} too" : "failed",
            _ => StepWords.OneLine(way.Label ?? ""),
        };
    }

    private static string Join(string word, string? more) => more is null ? word : $"{word}: {StepWords.Inside(StepWords.OneLine(more))}";
}
