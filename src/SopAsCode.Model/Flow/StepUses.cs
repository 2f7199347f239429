using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Flow;

/// <summary>
/// The types of the values that a step makes, reads, approves and hands over. Walks ask for them at every edge, so a flow keeps them; nobody may change them.
/// Threads may ask at the same time: each field is one reference, and whoever sets it sets the same.
/// </summary>
/// <param name="step">The step.</param>
internal sealed class StepUses(StepModel step)
{
    private HashSet<string>? _reads;
    private HashSet<string>? _approved;
    private HashSet<string>? _handedOver;
    private TypeUse[]? _makes;

    /// <summary>What it makes.</summary>
    public TypeUse[] Makes => _makes ??= [.. step.Makes];

    /// <summary>What it reads.</summary>
    public HashSet<string> Reads => _reads ??= FactRules.Reads(step.Method.Parameters);

    /// <summary>What it approves, if it is a checkpoint: what it asks to approve, and what it hands back.</summary>
    public HashSet<string> Approved => _approved ??= FactRules.Approved(step);

    /// <summary>What it hands over to another SOP.</summary>
    public HashSet<string> HandedOver => _handedOver ??= FactRules.HandedOver(step);
}
