using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0202: a write that does not say where it can hurt, to a tool whose class does.</summary>
internal static class ImpactRule
{
    public const string Id = "SOP0202";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        foreach (var step in sop.Sop.Steps.Where(sop.IsFinished))
        {
            foreach (var access in step.Access.Where(access => access is { Kind: Access.Write, Impact: null }))
            {
                if (access.Tool.Touches is { } stated && WriteWords.Known(stated) is var touches and not Impact.None)
                {
                    yield return new(Id, access.Site, Words(sop.Sop, step, access, touches)) { Fix = new(FixNames.AddImpact, touches.ToString()) };
                }
            }
        }
    }

    private static string Words(SopModel sop, StepModel step, AccessModel access, Impact touches) =>
        $"{Quote.Of(sop, step)} writes to '{access.Tool.Name}', {WriteWords.Where(touches)}, and does not say which of that it does: "
        + $"name it as in [Writes<{access.Tool.Name}>({WriteWords.Code(touches)})], or say Impact.None";
}
