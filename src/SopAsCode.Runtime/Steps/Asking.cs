using System.Globalization;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Makes items: what is asked of whom, and what is shown.</summary>
internal static class Asking
{
    /// <summary>The item of a step that waits for somebody.</summary>
    public static PendingItem ForStep(RunInHand hand, StepDefinition step, ItemKind kind, string? prompt = null)
    {
        var shown = Shown(hand.State, step);
        return New(hand, kind, step.Title, RolesOf(hand.Definition, step, kind)) with
        {
            Shown = shown,
            Prompt = prompt,
            Digest = DigestOf(hand.Definition, hand.State.Position.State, shown, hand.Definition.Fingerprint),
            Excluded = kind == ItemKind.Approve && Excluding.From(hand, step) is { Count: > 0 } excluded ? excluded : null,
            Needed = step.Approvals > 1 ? step.Approvals : null,
            Due = hand.State.Deadline?.Due,
        };
    }

    /// <summary>The item of the manual path.</summary>
    public static PendingItem ByHand(RunInHand hand) => New(hand, ItemKind.ByHand, $"{hand.Definition.Title}: do it by hand", Owners(hand.Definition)) with
    {
        CanBeDone = ManualPath.Offered(hand),
    };

    /// <summary>The item of a run that was escalated.</summary>
    public static PendingItem Attend(RunInHand hand) => New(hand, ItemKind.Attend, $"{hand.Definition.Title}: deal with it", Owners(hand.Definition));

    /// <summary>The item that tells owner and backup something.</summary>
    public static PendingItem Notice(RunInHand hand, string title) => New(hand, ItemKind.Notice, title, Owners(hand.Definition));

    /// <summary>The item of a task beside a step.</summary>
    public static PendingItem Task(RunInHand hand, StepDefinition step, MeanwhileDefinition task) => New(hand, ItemKind.Task, task.Title, [task.Role.Type]) with
    {
        Step = step.Name,
        Task = SopRun.TaskName(step, task),
    };

    /// <summary>The item for a sample of a step's output.</summary>
    public static PendingItem Check(RunInHand hand, StepDefinition step, IReadOnlyList<ValueMark> made)
    {
        IReadOnlyList<ShownValue> shown =
        [
            .. Shown(hand.State, step),
            .. made.Select(value => new ShownValue { Name = "output", Type = value.Type, Content = value.Content }),
        ];
        return New(hand, ItemKind.Check, $"{step.Title}: look at this sample", [step.SpotCheck!.Role.Type]) with
        {
            Step = step.Name,
            Shown = shown,
            Digest = DigestOf(hand.Definition, step.Name, shown, hand.Definition.Fingerprint),
        };
    }

    /// <summary>What a step shows now. Where several people must say yes, what one of them handed back is shown to the others.</summary>
    public static IReadOnlyList<ShownValue> Shown(RunState state, StepDefinition step) =>
    [
        .. step.Inputs.Select(input => new ShownValue { Name = input.Name, Type = input.Type, Content = state.Value(input.Type)?.Content, Context = input.Context }),
        .. step.Outputs
            .Where(type => step.Approvals > 1 && step.Inputs.All(input => input.Type != type))
            .Select(state.Value)
            .OfType<HeldValue>()
            .Where(value => value.Step == step.Name)
            .Select(value => new ShownValue { Name = Answers.Short(value.Type), Type = value.Type, Content = value.Content }),
    ];

    /// <summary>The digest of what is to be approved: a change of step, values or SOP gives another one. What is shown for context is not in it.</summary>
    public static string DigestOf(SopDefinition sop, string step, IReadOnlyList<ShownValue> shown, string? fingerprint) =>
        Hashing.Of(RecordJson.Write(new Digested { Sop = sop.Id, Step = step, Fingerprint = fingerprint, Shown = [.. shown.Where(value => !value.Context)] }));

    /// <summary>Whether a rule is waived today for a step.</summary>
    public static bool IsWaived(RunInHand hand, StepDefinition step, string rule) => step.Remarks.Waivers
        .Concat(hand.Definition.Remarks.Waivers)
        .Any(waiver => waiver.Rule == rule && (waiver.Until is not { } until || hand.Moment.Day <= until));

    /// <summary>Owner and backup.</summary>
    public static IReadOnlyList<string> Owners(SopDefinition sop) => [.. new[] { sop.Owner, sop.Backup }.OfType<NamedType>().Select(role => role.Type)];

    private static IReadOnlyList<string> RolesOf(SopDefinition sop, StepDefinition step, ItemKind kind) => kind switch
    {
        ItemKind.Report => [],
        ItemKind.Answer => sop.Duties.Where(duty => duty.Duty == Duty.Operator).Select(duty => duty.Role.Type).ToList() is { Count: > 0 } operators ? operators : Owners(sop),
        _ => [step.Performer!.Type],
    };

    private static PendingItem New(RunInHand hand, ItemKind kind, string title, IReadOnlyList<string> roles)
    {
        var number = hand.State.Items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count() + 1;
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{hand.Id}#{number}"),
            Run = hand.Id,
            Sop = hand.Definition.Id,
            Fingerprint = hand.Definition.Fingerprint,
            Step = hand.State.Position.State,
            Visit = hand.State.Visit,
            Revision = 1,
            Kind = kind,
            Title = title,
            Roles = roles,
            Digest = DigestOf(hand.Definition, hand.State.Position.State, [], hand.Definition.Fingerprint),
            Asked = hand.At,
            Status = ItemStatus.Open,
        };
    }
}

/// <summary>What a digest covers.</summary>
internal sealed record Digested
{
    public required string Sop { get; init; }

    public required string Step { get; init; }

    public string? Fingerprint { get; init; }

    public required IReadOnlyList<ShownValue> Shown { get; init; }
}
