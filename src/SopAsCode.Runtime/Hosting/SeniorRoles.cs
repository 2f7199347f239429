using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Lets whoever holds a role do what each role may from which it derives, whatever the directory of the host knows about that.</summary>
internal sealed class SeniorRoles(IRoleDirectory directory, IEnumerable<SopCatalogue> catalogues) : IRoleDirectory
{
    private readonly ILookup<string, string> _seniors = catalogues
        .SelectMany(catalogue => catalogue.Entries)
        .SelectMany(entry => entry.Definition.Seniors)
        .SelectMany(senior => senior.DerivesFrom.Select(junior => (junior, senior.Type)))
        .Distinct()
        .ToLookup(pair => pair.junior, pair => pair.Type, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Holds(string person, string role) => directory.Holds(person, role) || _seniors[role].Any(senior => directory.Holds(person, senior));
}
