namespace SopAsCode.Runtime;

/// <summary>Claims: somebody works on an item, and for a while nobody else answers it.</summary>
internal static class Claims
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public static void Claim(RunInHand hand, PendingItem item, Claim claim, Permissions permissions)
    {
        Permissions.DemandPerson(hand.By, "claim an item");
        DemandRole(item, hand.By, permissions);
        Excluding.Demand(item, hand.By.Name);
        DemandFree(hand, item);
        hand.Record(new Claimed { Item = item.Id, Until = Until(hand, claim.For) });
    }

    public static void Release(RunInHand hand, PendingItem item)
    {
        if (item.Status != ItemStatus.Claimed || !IsSame(item.Person, hand.By.Name))
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' is not claimed by '{hand.By.Name}'.");
        }

        hand.Record(new Released { Item = item.Id });
    }

    public static void Delegate(RunInHand hand, PendingItem item, Delegate given, Permissions permissions)
    {
        Permissions.DemandPerson(hand.By, "delegate an item");
        DemandRole(item, hand.By, permissions);
        DemandFree(hand, item);
        DemandRole(item, Actor.Person(given.To), permissions);
        Excluding.Demand(item, given.To);
        hand.Record(new Delegated { Item = item.Id, To = given.To, Until = Until(hand, given.For) });
    }

    /// <summary>Nobody else has claimed the item.</summary>
    public static void DemandFree(RunInHand hand, PendingItem item)
    {
        if (item is { Status: ItemStatus.Claimed, ClaimedUntil: { } until } && until > hand.Moment.Now && !IsSame(item.Person, hand.By.Name))
        {
            throw new RefusedException(RefusalKind.ClaimedByAnother, $"'{item.Id}' is claimed by {item.Person} until {IsoTime.Write(until)}.");
        }
    }

    private static void DemandRole(PendingItem item, Actor by, Permissions permissions)
    {
        if (item.Roles.Count == 0)
        {
            throw new RefusedException(RefusalKind.WrongState, $"'{item.Id}' waits for no person.");
        }

        permissions.DemandRole(item, by);
    }

    private static DateTimeOffset Until(RunInHand hand, TimeSpan time) => time > TimeSpan.Zero && time <= Longest
        ? hand.Moment.Now + time
        : throw new RefusedException(RefusalKind.Malformed, "A claim lasts more than no time, and at most 14 days.");

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
