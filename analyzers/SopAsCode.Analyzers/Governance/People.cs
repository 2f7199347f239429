using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>
/// The people behind the roles, as the policy names them. Rules that want two people compare roles first, and then the people who hold them.
/// </summary>
internal static class People
{
    /// <summary>Who holds a role, or one that derives from it; nobody when the policy does not say it.</summary>
    /// <param name="policy">The policy; null when there is none.</param>
    /// <param name="role">The full name of the role.</param>
    public static HashSet<string> Holding(PolicyModel? policy, string role) => new(
        (policy?.Holders ?? []).Where(holder => holder.Role.Covers(role) && !PlaceholderText.Is(holder.Person)).Select(holder => holder.Person.Trim()),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The one person who holds each of two roles alone; null when several people hold them, or when nobody is named.</summary>
    /// <param name="policy">The policy; null when there is none.</param>
    /// <param name="one">The full name of a role.</param>
    /// <param name="other">The full name of the other role.</param>
    public static string? WhoAloneHolds(PolicyModel? policy, string one, string other) =>
        Holding(policy, one) is { Count: 1 } people && people.SetEquals(Holding(policy, other)) ? people.First() : null;
}
