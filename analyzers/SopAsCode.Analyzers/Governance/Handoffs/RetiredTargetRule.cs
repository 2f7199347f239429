using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0901: a hand-off to a retired SOP, which starts no run any more.</summary>
internal static class RetiredTargetRule
{
    public const string Id = "SOP0901";

    /// <summary>Runs of a retired SOP only end, so where they handed work to is retired with it, often.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => sop.IsActive
        ? sop.Sop.Steps
            .Where(step => step.Handoff is { Target.Stage: Stage.Retired })
            .Select(step => new Finding(Id, step.Handoff!.Site, Words(sop.Sop, step, step.Handoff.Target)))
        : [];

    private static string Words(SopModel sop, StepModel step, OtherSopModel target) =>
        $"{Quote.Of(sop, step)} hands work to SOP '{Naming.Simple(target.Type)}', which is retired and starts no run any more: hand it to the SOP that took its place, or remove the step";
}
