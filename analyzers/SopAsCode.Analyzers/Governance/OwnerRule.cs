using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0101: nobody answers for the result.</summary>
internal static class OwnerRule
{
    public const string Id = "SOP0101";

    public static IEnumerable<Finding> Check(SopModel sop)
    {
        if (sop.Owner is null && !sop.Class.HasUnfinishedAttribute)
        {
            yield return new(Id, Site.OfClass, $"SOP '{sop.Class.Name}' has no owner: add [Owner<…>] with the role that answers for its result");
        }
    }
}
