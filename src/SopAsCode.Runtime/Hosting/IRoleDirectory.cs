using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Says who holds which role. It is asked each time somebody answers, and again when an approved write happens.</summary>
public interface IRoleDirectory
{
    /// <summary>Whether a person holds a role. The host asks again for each role that derives from it.</summary>
    /// <param name="person">The name of the person, as the door knows it.</param>
    /// <param name="role">The type of the role, with its namespace.</param>
    /// <returns>Whether the person may.</returns>
    bool Holds(string person, string role);
}

/// <summary>The holders that the policies of the catalogues name. Whoever holds a role holds those too from which it derives.</summary>
/// <param name="catalogues">The catalogues.</param>
public sealed class PolicyRoles(IEnumerable<SopCatalogue> catalogues) : IRoleDirectory
{
    private readonly HashSet<(string Person, string Role)> _holders =
    [
        .. catalogues
            .SelectMany(catalogue => catalogue.Policy?.Holders ?? [])
            .SelectMany(holder => holder.Role.DerivesFrom.Prepend(holder.Role.Type).Select(role => (holder.Person.ToUpperInvariant(), role))),
    ];

    /// <inheritdoc/>
    public bool Holds(string person, string role)
    {
        ArgumentNullException.ThrowIfNull(person);
        return _holders.Contains((person.ToUpperInvariant(), role));
    }
}
