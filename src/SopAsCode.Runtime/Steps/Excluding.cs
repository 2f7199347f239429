using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Who may not answer a checkpoint, although the role would allow it.</summary>
internal static class Excluding
{
    private const string SelfApproval = "SOP0305";

    /// <summary>The people who may not answer.</summary>
    public static IReadOnlyList<string> From(RunInHand hand, StepDefinition step) =>
        [.. (MayApproveOwnWork(hand, step) ? [] : Makers(hand.State, step)).Concat(Doers(hand, step)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The people who last gave what a checkpoint asks to approve. Whoever corrected a value at this very checkpoint may look at it there again.
    /// </summary>
    public static IReadOnlyList<string> Makers(RunState state, StepDefinition step) =>
    [
        .. step.Inputs
            .Where(input => !input.Context)
            .Select(input => state.Value(input.Type))
            .OfType<HeldValue>()
            .Where(value => value.By.Kind == ActorKind.Person && value.Step is not null && value.Step != step.Name && value.Type != typeof(Rejection).FullName)
            .Select(value => value.By.Name)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The people who did the step that the checkpoint names with <c>NotBy</c>, in this run.</summary>
    public static IReadOnlyList<string> Doers(RunInHand hand, StepDefinition step)
    {
        if (step.NotBy is not { } notBy)
        {
            return [];
        }

        var names = NamesOf(hand.Definition, notBy);
        return [.. hand.State.Doers.Where(doer => names.Contains(doer.Step)).Select(doer => doer.Person)];
    }

    /// <summary>Whether a waiver, or a team of one person, lets people approve their own work.</summary>
    public static bool MayApproveOwnWork(RunInHand hand, StepDefinition step) =>
        hand.Definition.IsOnePersonTeam || Asking.IsWaived(hand, step, SelfApproval);

    /// <summary>A person did not say yes to an item before. Whoever did may still say no.</summary>
    public static void DemandAnother(PendingItem item, string person)
    {
        if (item.Approvals?.FirstOrDefault(yes => IsSame(yes.Person, person)) is { } before)
        {
            throw new RefusedException(RefusalKind.AlreadyAnswered, $"'{person}' said yes to '{item.Id}' at {IsoTime.Write(before.At)}; whoever else must say yes is another person.");
        }
    }

    /// <summary>A person is not kept away from an item, and did not say yes to it before.</summary>
    public static void Demand(PendingItem item, string person)
    {
        DemandAnother(item, person);
        if (item.Excluded?.Any(one => IsSame(one, person)) == true)
        {
            throw new RefusedException(RefusalKind.OwnWork, $"'{person}' made what '{item.Id}' shows, or did the work it is about, and can't answer it.");
        }
    }

    /// <summary>Whether a person may answer an item, as far as this is about what the person did before.</summary>
    public static bool Allows(PendingItem item, string person) =>
        item.Approvals?.Any(yes => IsSame(yes.Person, person)) != true && item.Excluded?.Any(one => IsSame(one, person)) != true;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // The step may have had other names when it was done.
    private static HashSet<string> NamesOf(SopDefinition sop, string step)
    {
        HashSet<string> names = new(StringComparer.Ordinal) { step };
        foreach (var move in sop.Changes.SelectMany(change => change.Moves).Where(move => names.Contains(move.To)))
        {
            names.Add(move.From);
        }

        return names;
    }
}
