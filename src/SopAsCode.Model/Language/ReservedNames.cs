using SopAsCode.Model.Values;

namespace SopAsCode.Model.Language;

/// <summary>Names that generated code needs for itself.</summary>
public static class ReservedNames
{
    /// <summary>Members that the generator adds to the class.</summary>
    public static readonly EquatableArray<string> Generated =
        ["State", "Trigger", "CreateMachine", "CreateSopMachine", "Dispatcher", "Definition", "Markdown", "HostMachine", "StepDispatcher", "GeneratedPromptValues", "GeneratedAnswers"];

    /// <summary>The types among them.</summary>
    public static readonly EquatableArray<string> Types = ["State", "Trigger", "HostMachine", "StepDispatcher", "GeneratedPromptValues", "GeneratedAnswers"];

    /// <summary>Members that the class inherits.</summary>
    public static readonly EquatableArray<string> Inherited =
        ["PerformAsync", "AskAgentAsync", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Finalize"];

    /// <summary>The members among them through which generated code asks the performer of a step. No other member may have the same name.</summary>
    public static readonly EquatableArray<string> Performing = ["PerformAsync", "AskAgentAsync"];

    /// <summary>Names of types that a declaration of an SOP writes before a dot, as in <c>Impact.Money</c>. Another thing with such a name hides them.</summary>
    public static readonly EquatableArray<string> Written =
        ["Cadence", "DataClass", "DisclosureMode", "Duty", "End", "Impact", "Level", "Measure", "Stage", "Task"];

    /// <summary>States that every SOP has.</summary>
    public static readonly EquatableArray<string> States = ["Fallback", "Completed", "Rejected", "Escalated", "Cancelled"];

    /// <summary>All of them.</summary>
    public static readonly EquatableArray<string> All = [.. Generated, .. Inherited, .. States];

    /// <summary>Whether a name is forbidden for a step or a member.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when generated code needs it.</returns>
    public static bool Holds(string name) => All.Any(reserved => reserved == name);
}
