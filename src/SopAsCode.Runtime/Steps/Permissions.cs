using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>Who may do what.</summary>
internal sealed class Permissions(IRoleDirectory roles)
{
    /// <summary>Only people decide; an AI never does, by any door.</summary>
    public static void DemandPerson(Actor by, string what)
    {
        if (by.Kind != ActorKind.Person)
        {
            throw new RefusedException(RefusalKind.NotAPerson, $"Only a person can {what}, and '{by.Name}' is {Words(by.Kind)}.");
        }

        if (string.IsNullOrWhiteSpace(by.Name))
        {
            throw new RefusedException(RefusalKind.NotAPerson, $"Only a person with a name can {what}.");
        }
    }

    /// <summary>The role by which a person may answer an item.</summary>
    public string DemandRole(PendingItem item, Actor by) => item.Roles.FirstOrDefault(role => roles.Holds(by.Name, role)) ?? throw new RefusedException(
        RefusalKind.NotTheRole,
        $"'{by.Name}' can't answer '{item.Id}' ({item.Title}): it is for {string.Join(" or ", item.Roles.Select(Short))}. The policy names who holds a role.");

    /// <summary>Whether a person holds one of the roles of an item.</summary>
    public bool Holds(PendingItem item, string person) => item.Roles.Any(role => roles.Holds(person, role));

    /// <summary>A decision about the run as a whole is for the people whom the SOP names.</summary>
    public void DemandSomebodyOf(SopDefinition sop, Actor by, string what)
    {
        DemandPerson(by, what);
        var named = Asking.Owners(sop)
            .Concat(sop.Duties.Select(duty => duty.Role.Type))
            .Concat(sop.Steps.Where(step => step.Kind is StepKind.Human or StepKind.Checkpoint).Select(step => step.Performer!.Type))
            .Concat(sop.Steps.SelectMany(step => step.Meanwhile).Select(task => task.Role.Type))
            .Distinct(StringComparer.Ordinal);
        if (!named.Any(role => roles.Holds(by.Name, role)))
        {
            throw new RefusedException(RefusalKind.NotTheRole, $"'{by.Name}' can't {what}: that is for the people of SOP '{sop.Id}', who own it or have a step or a duty in it.");
        }
    }

    /// <summary>The manual path is for owner and backup.</summary>
    public void DemandOwner(SopDefinition sop, Actor by, string what)
    {
        DemandPerson(by, what);
        if (!Asking.Owners(sop).Any(role => roles.Holds(by.Name, role)))
        {
            throw new RefusedException(RefusalKind.NotTheRole, $"'{by.Name}' can't {what}: that is for {string.Join(" or ", Asking.Owners(sop).Select(Short))}.");
        }
    }

    private static string Short(string type) => type[(type.LastIndexOf('.') + 1)..];

    private static string Words(ActorKind kind) => kind switch
    {
        ActorKind.Agent => "an AI",
        ActorKind.Automation => "an automation",
        _ => "the host",
    };
}
