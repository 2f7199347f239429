namespace SopAsCode.Model;

/// <summary>SOP0001: the class can't be an SOP.</summary>
internal static class ClassShapeRule
{
    public const string Id = "SOP0001";

    public static IEnumerable<Finding> Check(SopModel sop)
    {
        foreach (var (flag, reason, fix) in Reasons)
        {
            if ((sop.Class.Shape & flag) != ClassShape.Fine)
            {
                yield return new(Id, Site.OfClass, $"SOP '{sop.Class.Name}' {reason}") { Fix = fix is null ? null : new(fix) };
            }
        }
    }

    private static readonly (ClassShape Flag, string Reason, string? Fix)[] Reasons =
    [
        (ClassShape.NotPartial, "must be partial, so that its machine and its page can be generated into it", FixNames.MakePartial),
        (ClassShape.NotDerived, "must derive from Sop, or from Sop<T> if a run is about one T", FixNames.AddBase),
        (ClassShape.Generic, "can't have type parameters: one class is one SOP", null),
        (ClassShape.Abstract, "can't be abstract: a host makes an instance of it for each step", null),
        (ClassShape.Static, "can't be static: a host makes an instance of it for each step", null),
        (ClassShape.Record, "must be a class, not a record: it is a procedure, not a value", null),
        (ClassShape.FileLocal, "can't be file-local: hosts and documents need its name", null),
        (ClassShape.Hidden, "must be public or internal: hosts and documents need to see it", null),
        (ClassShape.OuterNotPartial, "stands in a type that is not partial; make that type partial, or move the SOP out of it", FixNames.MakePartial),
        (ClassShape.SeveralConstructors, "has several constructors, so a host can't tell which one to call; keep one", null),
        (ClassShape.RequiredMembers, "has required members, which a host can't set; take them through the constructor", null),
    ];
}
