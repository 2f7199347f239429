using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0406: how the work is done when AI or automation can't, and when to switch to that.</summary>
internal static class FallbackRule
{
    public const string Id = "SOP0406";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (!sop.IsActive || sop.IsUnfinished || Workers(sop.Sop) is not { } workers)
        {
            yield break;
        }

        var name = sop.Sop.Class.Name;
        if (sop.Sop.Fallback is not { } fallback)
        {
            yield return new(Id, Site.OfClass, $"SOP '{name}' relies on {workers} and does not say how the work is done by hand: add [Fallback(…, SwitchWhen = …)]");
        }
        else if (Blank.Is(fallback.How))
        {
            yield return new(Id, fallback.Site.At("how"), $"[Fallback] of SOP '{name}' says nothing: write how the work is done without {workers}");
        }
        else if (Blank.Is(fallback.SwitchWhen))
        {
            yield return new(
                Id,
                fallback.SwitchWhen is null ? fallback.Site : fallback.Site.At("SwitchWhen"),
                $"[Fallback] of SOP '{name}' does not say when to leave {workers} and work by hand: add SwitchWhen");
        }
    }

    private static string? Workers(SopModel sop) =>
        (sop.Steps.Any(step => step.Kind == StepKind.Ai), sop.Steps.Any(step => step.Kind == StepKind.Automated)) switch
        {
            (true, true) => "AI and automation",
            (true, false) => "AI",
            (false, true) => "automation",
            _ => null,
        };
}
