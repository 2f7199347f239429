using SopAsCode.Definitions;

namespace SopAsCode.Documents.Library;

/// <summary>Finds out what each role has to do with an SOP.</summary>
internal static class Roles
{
    /// <summary>The roles of an SOP, the owner first.</summary>
    public static IEnumerable<RoleInSop> Of(LibrarySop sop)
    {
        var definition = sop.Definition;
        var parts = new Dictionary<string, Found>(StringComparer.Ordinal);
        Get(definition.Owner, Part.Owns);
        Get(definition.Backup, Part.Backs);
        foreach (var duty in definition.Duties)
        {
            Get(duty.Role, Part.Serves)!.Duties.Add(duty.Duty);
        }

        foreach (var step in sop.Steps)
        {
            if (step.Step.Kind == StepKind.Human)
            {
                Get(step.Step.Performer, Part.Does)?.Does.Add(step);
            }
            else if (step.Step.Kind == StepKind.Checkpoint)
            {
                Get(step.Step.Performer, Part.Approves)?.Approves.Add(step);
            }

            foreach (var task in step.Step.Meanwhile)
            {
                Get(task.Role, Part.Does)!.Beside.Add(new(step, task));
            }

            Get(step.Step.SpotCheck?.Role, Part.Checks)?.Checks.Add(step);
            foreach (var role in step.Step.Remarks.Consulted)
            {
                Get(role, Part.Consulted)!.Consulted.Add(step);
            }

            foreach (var role in step.Step.Remarks.Informed)
            {
                Get(role, Part.Informed)!.Informed.Add(step);
            }
        }

        foreach (var role in definition.Remarks.Consulted)
        {
            Get(role, Part.Consulted);
        }

        foreach (var role in definition.Remarks.Informed)
        {
            Get(role, Part.Informed);
        }

        return parts.Values.Select(found => new RoleInSop(found.Role, sop, found.Part, found.Does, found.Beside, found.Approves, found.Checks, found.Consulted, found.Informed, found.Duties));

        Found? Get(NamedType? role, Part part)
        {
            if (role is null)
            {
                return null;
            }

            if (!parts.TryGetValue(role.Type, out var found))
            {
                parts.Add(role.Type, found = new(role));
            }

            found.Part |= part;
            return found;
        }
    }

    private sealed class Found(NamedType role)
    {
        public NamedType Role { get; } = role;

        public Part Part { get; set; }

        public List<LibraryStep> Does { get; } = [];

        public List<TaskBeside> Beside { get; } = [];

        public List<LibraryStep> Approves { get; } = [];

        public List<LibraryStep> Checks { get; } = [];

        public List<LibraryStep> Consulted { get; } = [];

        public List<LibraryStep> Informed { get; } = [];

        public List<Duty> Duties { get; } = [];
    }
}
