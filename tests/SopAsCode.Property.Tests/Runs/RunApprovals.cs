using SopAsCode.Property.Tests.Procedures;

namespace SopAsCode.Property.Tests.Runs;

/// <summary>What is approved in one run, which values it has, and who did what, counted once more from the plan alone.</summary>
internal sealed class RunApprovals(Plan plan)
{
    private const int Types = 3;

    private readonly HashSet<int> _fixed = ApprovalTrial.Fixed(plan);
    private readonly int[] _values = new int[Types];
    private readonly (string? Person, int Step)[] _makers = new (string?, int)[Types];
    private readonly HashSet<(int Step, string Person)> _doers = [];
    private int[]? _approved;
    private HashSet<int> _used = [];
    private int _versions;

    /// <summary>Whether all of some values are there.</summary>
    public bool Has(int types) => Of(types).All(type => _values[type] > 0);

    /// <summary>Who may not answer at a checkpoint: who last gave what is approved there, and who did the step that it names.</summary>
    public IReadOnlyCollection<string> KeptAway(int checkpoint)
    {
        var step = plan.Steps[checkpoint];
        var makers = Of(step.Takes & ~(step.Context >> 1)).Where(type => _values[type] > 0 && _makers[type].Step != checkpoint).Select(type => _makers[type].Person).OfType<string>();
        return [.. makers.Concat(_doers.Where(doer => doer.Step == plan.NotByOf(checkpoint)).Select(doer => doer.Person)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A person did a step, or answered at a checkpoint.</summary>
    public void Do(int step, string person, bool isAccepted = true)
    {
        if (isAccepted)
        {
            _doers.Add((step, person));
        }
    }

    /// <summary>A step gives its values.</summary>
    public void Give(int step, string? person)
    {
        foreach (var type in Of(plan.Steps[step].Gives))
        {
            (_values[type], _makers[type]) = (++_versions, (person, step));
        }
    }

    /// <summary>A checkpoint is approved: what it showed, what it hands back, and the input, which no step changes.</summary>
    public void Approve(int checkpoint)
    {
        var step = plan.Steps[checkpoint];
        if (!step.ApprovesNothing)
        {
            var shown = (step.Takes & ~(step.Context >> 1)) | step.Gives;
            _approved = [.. Enumerable.Range(0, Types).Select(type => (shown & (1 << type)) != 0 ? _values[type] : 0)];
            _used = [];
        }
    }

    /// <summary>A no, or no answer in time.</summary>
    public void TakeBack() => _approved = null;

    /// <summary>Whether a step may write now.</summary>
    public bool MayWrite(int number)
    {
        var step = plan.Steps[number];
        if (!NeedsApproval(number))
        {
            return true;
        }

        var taken = Of(step.Takes).Where(type => _values[type] > 0).ToList();
        var isInput = step.HasInput;
        return _approved is { } approved
            && taken.TrueForAll(type => approved[type] == 0 || approved[type] == _values[type])
            && (isInput || taken.Count == 0 || taken.Exists(type => approved[type] == _values[type]))
            && !_used.Contains(number);
    }

    /// <summary>A step wrote, by hand too: what released it does so no more.</summary>
    public void Write(int number)
    {
        if (NeedsApproval(number) && MayWrite(number))
        {
            _used.Add(number);
        }
    }

    /// <summary>Whether what a step hands over is approved. That uses the approval up for it.</summary>
    public bool MayHandOver(int number) => _approved is not null && _used.Add(number);

    private bool NeedsApproval(int number) => plan.Steps[number] is { Writes: true, Work: not Work.Human } step
        && !(step.Limit is { PerDay: > 0, IsDated: true } limit && (limit.When is not null || _fixed.Contains(number)));

    private static IEnumerable<int> Of(int types) => Enumerable.Range(0, Types).Where(type => (types & (1 << type)) != 0);
}
