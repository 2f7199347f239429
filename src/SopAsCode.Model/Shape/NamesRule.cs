using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Language;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0004: two things have the same name. Two SOPs with the same id are found in another place, where all SOPs are known.</summary>
public sealed class NamesRule() : ShapeRule(
    Id,
    "One name for two things",
    "two things with one name",
    new RuleFix(FixNames.Rename, "rename the step"))
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0004";

    internal override IEnumerable<Finding> Check(FlowGraph graph) => [.. TakenNames(graph.Sop), .. SharedTitles(graph.Sop), .. SharedTasks(graph.Sop), .. TakenTypes(graph.Sop), .. Hidden(graph.Sop)];

    /// <summary>Two SOPs with the same id.</summary>
    /// <param name="sop">One of them.</param>
    /// <param name="other">The full name of the other one.</param>
    /// <returns>The finding, at the first SOP.</returns>
    public static Finding SharedId(SopModel sop, string other) =>
        new(Id, sop.HasOwnId ? sop.AttributePlace.At("Id") : DeclarationPlace.OfClass, $"SOPs '{sop.Class.FullName}' and '{other}' have one id, '{MessageText.Text(sop.Id)}': set another Id in [Sop] of one of them");

    // A task is ticked off by its step and its title.
    private static IEnumerable<Finding> SharedTasks(SopModel sop) =>
        from step in sop.Steps
        from same in step.Meanwhile.GroupBy(task => task.Title, StringComparer.Ordinal)
        from task in same.Skip(1)
        select new Finding(Id, task.Place, $"Two tasks beside {MessageText.Of(sop, step)} are called '{MessageText.Text(task.Title)}', so nobody could tick one off: give one another title");

    private static IEnumerable<Finding> TakenNames(SopModel sop)
    {
        foreach (var step in sop.Steps)
        {
            if (ReservedNames.Holds(step.Name))
            {
                yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} has a name that every SOP has a member or state of: give it another one")
                {
                    Fix = new(FixNames.Rename, step.Name + "Step"),
                };
            }
            else if (step.Name == sop.Class.Name)
            {
                yield return new(Id, step.NamePlace, $"Step {MessageText.Of(sop, step)} is named like its SOP: give it another name")
                {
                    Fix = new(FixNames.Rename, step.Name + "Step"),
                };
            }
        }

        if (IsGenerated(sop.Class.Name))
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' has a name that the generated part of every SOP needs for a member: give it another one");
        }

        foreach (var condition in sop.Questions)
        {
            if (IsGenerated(condition.Name))
            {
                yield return new(Id, new(condition.Name, condition.Place.Overload), $"{(condition.IsTime ? "Time" : "Condition")} {MessageText.Member(sop, condition.Name)} has a name that the generated part of every SOP needs: give it another one");
            }
        }

        foreach (var name in sop.Class.OtherMembers)
        {
            if (IsGenerated(name))
            {
                yield return new(Id, new(name, 0, PlacePart.Unmarked), $"{MessageText.Member(sop, name)} has a name that the generated part of every SOP needs: give it another one");
            }
            else if (ReservedNames.Performing.Contains(name, StringComparer.Ordinal))
            {
                yield return new(Id, new(name, 0, PlacePart.Unmarked), $"{MessageText.Member(sop, name)} looks like the member through which every SOP asks who does a step: give it another name");
            }
        }
    }

    /// <summary>Whether a signature uses a type that has the same name as a type that is generated inside an SOP.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>True when it does.</returns>
    public static bool HidesType(SopModel sop) => TakenTypes(sop).Any() || sop.Class.HiddenNames.Any(hidden => IsGeneratedType(hidden.Name));

    // A name that the generated part of the class, or something of the team, has too. A step named Fallback is reported as the name of a state.
    private static IEnumerable<Finding> Hidden(SopModel sop)
    {
        foreach (var hidden in sop.Class.HiddenNames.Where(hidden => !(hidden is { Name: "Fallback", IsStep: true } && sop.Steps.Any(step => step.Name == hidden.Name))))
        {
            yield return IsGeneratedType(hidden.Name)
                ? new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' names the type '{hidden.Hider}', but inside an SOP '{hidden.Name}' is {Generated(hidden.Name)}: give the type another name")
                : hidden.Hider.Length > 0
                ? new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' writes '{hidden.Written}', but the type '{hidden.Hider}' hides that '{hidden.Name}': give the type another name")
                : new(Id, new(hidden.Name, 0, hidden.IsStep ? PlacePart.Name : PlacePart.Unmarked), $"{MessageText.Member(sop, hidden.Name)} hides the '{hidden.Name}' that the SOP writes as '{hidden.Written}': give it another name");
        }
    }

    private static bool IsGeneratedType(string name) => ReservedNames.Types.Any(taken => taken == name);

    private static string Generated(string name) => name is "State" or "Trigger" ? "the generated enum" : "a generated class";

    private static bool IsGenerated(string name) => ReservedNames.Generated.Any(generated => generated == name);

    private static IEnumerable<Finding> SharedTitles(SopModel sop)
    {
        Dictionary<string, StepModel> titles = new(StringComparer.OrdinalIgnoreCase);
        foreach (var step in sop.Steps)
        {
            var title = step.Title.Trim();
            if (!titles.TryGetValue(title, out var first))
            {
                titles[title] = step;
            }
            else if (first.Name != step.Name)
            {
                yield return new(Id, step.Place.At("title"), $"Steps {MessageText.Of(sop, first)} and {MessageText.Of(sop, step)} have one title, '{MessageText.Text(title)}': give one of them another, or people can't tell them apart")
                {
                    RelatedPlaces = [first.Place.At("title")],
                };
            }
        }
    }

    // Inside an SOP these names refer to the generated types.
    private static IEnumerable<Finding> TakenTypes(SopModel sop)
    {
        foreach (var step in sop.Steps)
        {
            foreach (var finding in TakenTypes(sop, step.Name, step.Overload, step.Method.Parameters))
            {
                yield return finding;
            }

            if (step.Method.Result is { } result && TakenName(result) is { } name)
            {
                yield return Taken(sop, step.Name, new(step.Name, step.Overload, PlacePart.ReturnType), name);
            }
        }

        foreach (var condition in sop.Questions)
        {
            foreach (var finding in TakenTypes(sop, condition.Name, condition.Place.Overload, condition.Parameters))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> TakenTypes(SopModel sop, string member, int overload, EquatableArray<ParameterModel> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (TakenName(parameters[i].Type) is { } name)
            {
                yield return Taken(sop, member, new(member, overload, PlacePart.Parameter, i), name);
            }
        }
    }

    private static Finding Taken(SopModel sop, string member, DeclarationPlace site, string name) =>
        new(Id, site, $"{MessageText.Member(sop, member)} uses a type '{name}', but inside an SOP '{name}' is {Generated(name)}: give the type another name");

    // The name may also be inside a list or a tuple.
    private static string? TakenName(TypeUse type) =>
        type.Short.Split('<', '>', ',', '(', ')', '[', ']', '?', ' ').FirstOrDefault(word => ReservedNames.Types.Any(taken => taken == word));
}
