using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0101: nobody answers for the result.</summary>
internal static class OwnerRule
{
    public const string Id = "SOP0101";

    public static IEnumerable<Finding> Check(SopCase sop)
    {
        if (sop.Sop.Owner is null && !sop.IsUnfinished)
        {
            yield return new(Id, Site.OfClass, $"SOP '{sop.Sop.Class.Name}' has no owner: add [Owner<…>] with the role that answers for its result");
        }
    }
}
