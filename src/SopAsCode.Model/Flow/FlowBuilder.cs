using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Flow;

/// <summary>
/// Builds the flow of an SOP from its declaration. Only this class knows what the flow attributes mean, and what it means
/// when they are missing. It leaves out references that name nothing; <c>ShapeCheck</c> reports them.
/// </summary>
public sealed class FlowBuilder
{
    private readonly SopModel _sop;
    private readonly Dictionary<string, string> _conditions = new(StringComparer.Ordinal);
    private readonly List<FlowEdge> _edges = [];
    private readonly FlowGraph _numbers;

    private FlowBuilder(SopModel sop)
    {
        _sop = sop;
        _numbers = new(sop);
        foreach (var condition in sop.Conditions)
        {
            _conditions[condition.Name] = condition.Text;
        }
    }

    /// <summary>Builds the flow.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>The graph.</returns>
    public static FlowGraph Build(SopModel sop)
    {
        var builder = new FlowBuilder(sop);
        for (var i = 0; i < sop.Steps.Count; i++)
        {
            builder.AddStep(i);
        }

        builder.AddFallback();
        var graph = builder._numbers.With(builder._edges);
        var marked = FixedLimits.Mark(graph);
        return ReferenceEquals(marked, sop) ? graph : graph.Of(marked);
    }

    private void AddStep(int from)
    {
        var step = _sop.Steps[from];
        Add(from, SopTrigger.Start, from, EdgeCause.House, step.Limit is { IsAsked: true } ? "inside its limit" : null);
        AddForward(from, step);
        if (step.Kind == StepKind.Checkpoint)
        {
            AddReject(from, step);
        }
        else if (step.CanFail)
        {
            AddFailure(from, step);
        }

        if (step.OnTimeout is { } late && Find(late) is { } then)
        {
            Add(from, SopTrigger.TimeOut, then, EdgeCause.Declared, "not answered in time", late);
        }

        AddLimit(from, step);
        Add(from, SopTrigger.SwitchToManual, _numbers.Fallback, EdgeCause.House);
        if (step.Waits)
        {
            Add(from, SopTrigger.Escalate, _numbers.Escalated, EdgeCause.House);
        }

        Add(from, SopTrigger.Cancel, _numbers.Cancelled, EdgeCause.House);
    }

    private void AddForward(int from, StepModel step)
    {
        if (step.Next.Count == 0)
        {
            var following = from + 1 < _sop.Steps.Count ? from + 1 : _numbers.Completed;
            Add(from, step.Forward, following, EdgeCause.Implied);
            return;
        }

        var firstEdge = _edges.Count;
        var isConditional = false;
        foreach (var next in step.Next)
        {
            isConditional |= next.When is not null;
            AddNext(from, step, next);
            if (next.When is null)
            {
                break;
            }
        }

        if (step.Next.All(next => next.When is not null))
        {
            Add(from, step.Forward, _numbers.Fallback, EdgeCause.Default, "no condition holds");
        }

        if (isConditional)
        {
            _edges.Add(new(from, step.Forward, _numbers.Fallback, EdgeCause.Default) { Label = "a condition could not be decided", IsUndecided = true });
        }

        EquatableArray<string> asked = [];
        for (var i = firstEdge; i < _edges.Count; i++)
        {
            if (_edges[i].Condition is { } condition && asked.All(earlier => earlier != condition))
            {
                asked = [.. asked, condition];
            }

            _edges[i] = _edges[i] with { Asked = asked };
        }
    }

    private void AddNext(int from, StepModel step, NextModel next)
    {
        var label = next.When is null ? step.Next.Count > 1 ? "otherwise" : null : TextOf(next.When.Name);
        if (Find(next.Step) is { } to)
        {
            _edges.Add(new(from, step.Forward, to, EdgeCause.Declared)
            {
                Label = next.AtMost > 0 ? Join(label, Times(next.AtMost)) : label,
                Condition = next.When?.Name,
                AtMost = next.AtMost,
                Entry = next.AtMost == 0 ? null : next.When is null ? step.Name : $"{step.Name} when {next.When.Name}",
                NamedAt = next.Step.Place,
            });
        }

        if (next.AtMost > 0)
        {
            AddAfterwards(from, step.Forward, next.Then, Join(label, "afterwards"), next.When?.Name);
        }
    }

    private void AddReject(int from, StepModel step)
    {
        if (step.OnReject is not { } reject)
        {
            Add(from, SopTrigger.Reject, _numbers.Rejected, EdgeCause.Implied);
            return;
        }

        if (Find(reject.Step) is { } to)
        {
            _edges.Add(new(from, SopTrigger.Reject, to, EdgeCause.Declared)
            {
                Label = reject.AtMost > 0 ? Times(reject.AtMost) : null,
                AtMost = reject.AtMost,
                NamedAt = reject.Step.Place,
            });
        }

        if (reject.AtMost > 0)
        {
            AddAfterwards(from, SopTrigger.Reject, reject.Then, "afterwards", null);
        }
    }

    private void AddFailure(int from, StepModel step)
    {
        var retries = step.OnFailure?.Retries ?? 0;
        if (retries > 0)
        {
            _edges.Add(new(from, SopTrigger.Fail, from, EdgeCause.Declared)
            {
                Label = retries == 1 ? "1 retry" : $"retries 1 to {retries}",
                AtMost = retries,
                IsRetry = true,
            });
        }

        var label = retries > 0 ? "afterwards" : null;
        if (step.OnFailure is null)
        {
            Add(from, SopTrigger.Fail, _numbers.Fallback, EdgeCause.Default, label);
        }
        else if (Find(step.OnFailure.Step) is { } to)
        {
            Add(from, SopTrigger.Fail, to, EdgeCause.Declared, label, step.OnFailure.Step);
        }
    }

    private void AddLimit(int from, StepModel step)
    {
        if (step.Limit is not { IsAsked: true } limit)
        {
            return;
        }

        EquatableArray<string> asked = limit.When is { } when ? [when.Name] : [];
        var outside = limit.Else is null ? _numbers.Fallback : Find(limit.Else);
        var isOneWay = outside == _numbers.Fallback;
        if (outside is { } to)
        {
            _edges.Add(new(from, SopTrigger.LeaveLimit, to, limit.Else is null ? EdgeCause.Default : EdgeCause.Declared)
            {
                Label = isOneWay ? "outside the limit, or it could not be decided" : "outside the limit",
                Asked = asked,
                NamedAt = limit.Else?.Place,
                IsUsedUp = limit.Else is null,
            });
        }

        if (!isOneWay)
        {
            _edges.Add(new(from, SopTrigger.LeaveLimit, _numbers.Fallback, EdgeCause.Default) { Label = "the limit could not be decided", Asked = asked });
        }
    }

    private void AddFallback()
    {
        var fallback = _numbers.Fallback;
        List<FlowEdge> forward = [.. _edges.Where(edge => edge.CarriesOutput)];
        var asked = new bool[fallback];
        forward.ForEach(edge => asked[edge.From] |= edge.Condition is not null);
        var stated = _numbers.With([.. _edges]);
        Add(fallback, SopTrigger.Complete, _numbers.Completed, EdgeCause.House);
        Add(fallback, SopTrigger.Escalate, _numbers.Escalated, EdgeCause.House);
        for (var step = 0; step < _sop.Steps.Count; step++)
        {
            Add(fallback, SopTrigger.Resume, step, EdgeCause.House, "where it came from");
        }

        // A run that came here from a step that was already done does not repeat the step. If the step has conditions, they are evaluated again.
        foreach (var way in forward)
        {
            if (way.To != fallback && asked[way.From])
            {
                _edges.Add(way with
                {
                    From = fallback,
                    Trigger = SopTrigger.Resume,
                    Cause = EdgeCause.House,
                    Label = $"{_sop.Steps[way.From].Name} is done, asked anew: {way.Label}",
                    AskedAnewAfter = way.From,
                    NamedAt = null,
                });
            }
        }

        Add(fallback, SopTrigger.Cancel, _numbers.Cancelled, EdgeCause.House);
        AddDoneByHand(fallback, stated, forward);
    }

    private void AddDoneByHand(int fallback, FlowGraph stated, List<FlowEdge> forward)
    {
        List<bool> isByHand = [.. Enumerable.Range(0, fallback).Select(step => ManualWork.MayReplace(_sop, step, state => PathSearch.Next(stated, state)))];
        foreach (var way in forward.Where(edge => isByHand[edge.From]))
        {
            var done = $"{_sop.Steps[way.From].Name} was done by hand";
            _edges.Add(way with
            {
                From = fallback,
                Trigger = SopTrigger.DoneByHand,
                Cause = EdgeCause.House,
                Label = way.Label is null ? done : $"{done}: {way.Label}",
                DoneByHand = way.From,
                NamedAt = null,
            });
        }
    }

    private void AddAfterwards(int from, SopTrigger trigger, StepReference? then, string? label, string? condition)
    {
        var to = then is null ? _numbers.Fallback : Find(then);
        if (to is { } known)
        {
            _edges.Add(new(from, trigger, known, then is null ? EdgeCause.Default : EdgeCause.Declared) 
            {
                Label = label,
                Condition = condition,
                NamedAt = then?.Place,
                IsUsedUp = then is null,
            });
        }
    }

    private void Add(int from, SopTrigger trigger, int to, EdgeCause cause, string? label = null, StepReference? named = null) =>
        _edges.Add(new(from, trigger, to, cause) { Label = label, NamedAt = named?.Place });

    private int? Find(StepReference reference) => _numbers.StateOf(reference.Name);

    private string TextOf(string condition) => _conditions.TryGetValue(condition, out var text) ? text : condition;

    private static string Times(int count) => count == 1 ? "the first time" : $"the first {EnglishWords.Count(count, "time")}";

    private static string Join(string? label, string more) => label is null or "otherwise" ? more : $"{label}, {more}";
}
