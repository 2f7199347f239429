using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Who may act at the command line: whoever holds a role.</summary>
internal sealed class People(Setup setup)
{
    /// <summary>The variable of the environment that names who acts.</summary>
    public const string Variable = "SOP_AS";

    private readonly IRoleDirectory _roles = setup.Options.Roles ?? new PolicyRoles(setup.Catalogues);

    /// <summary>A person, as the record will name it.</summary>
    /// <exception cref="StopException">Nobody of that name holds a role.</exception>
    public Actor Person(string name)
    {
        // The record has one spelling of a person, that of the policy.
        var holders = setup.Catalogues.SelectMany(catalogue => catalogue.Policy?.Holders ?? []).Select(holder => holder.Person).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var known = holders.FirstOrDefault(holder => string.Equals(holder, name, StringComparison.OrdinalIgnoreCase)) ?? name;
        return setup.Catalogues.SelectMany(catalogue => catalogue.Roles).Any(role => _roles.Holds(known, role.Role.Type))
            ? Actor.Person(known, CommandLines.Door)
            : throw new StopException(ExitCode.Refused, $"Nobody named '{name}' holds a role here.{Nearest.Hint(name, holders)}", nameof(RefusalKind.NotTheRole));
    }
}
