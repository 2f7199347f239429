using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Testing;

/// <summary>
/// Who holds which role: those whom the policy names and those whom the test names. A role that nobody holds gets a stand-in, named like the role, so that an SOP
/// can be tested before the team is.
/// </summary>
internal sealed class ScenarioRoles : IRoleDirectory
{
    private readonly List<(NamedType Role, string Person)> _holders = [];

    public ScenarioRoles(SopCatalogue catalogue, IReadOnlyList<(string Role, string Person)> named)
    {
        Titles = catalogue.Roles.Select(entry => entry.Role).DistinctBy(role => role.Type, StringComparer.Ordinal).ToDictionary(role => role.Type, role => role, StringComparer.Ordinal);
        _holders.AddRange(named.Select(one => (RoleOf(one.Role), one.Person)));
        _holders.AddRange(catalogue.Policy?.Holders.Select(holder => (holder.Role, holder.Person)) ?? []);
        _holders.AddRange(Titles.Values.Where(role => !_holders.Exists(holder => holder.Role.Covers(role.Type))).Select(role => (role, role.Title)).ToList());
    }

    /// <summary>The roles of the SOPs, by their types.</summary>
    public IReadOnlyDictionary<string, NamedType> Titles { get; }

    public bool Holds(string person, string role) =>
        _holders.Exists(holder => holder.Role.Covers(role) && string.Equals(holder.Person, person, StringComparison.OrdinalIgnoreCase));

    /// <summary>The people who hold a role, those who hold exactly that role first; for a role that no SOP names its title.</summary>
    public IEnumerable<string> HoldersOf(string role) => _holders
        .Where(holder => holder.Role.Covers(role))
        .OrderBy(holder => holder.Role.Type != role)
        .Select(holder => holder.Person)
        .DefaultIfEmpty(TitleOf(role))
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What people call a role.</summary>
    public string TitleOf(string role) => RoleOf(role).Title;

    private NamedType RoleOf(string type) => Titles.GetValueOrDefault(type) ?? new() { Type = type, Title = type[(type.LastIndexOf('.') + 1)..] };
}
