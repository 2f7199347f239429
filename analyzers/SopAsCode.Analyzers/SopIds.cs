using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>SOP0004 for several SOPs: two of them have the same id. The attributes of the classes are enough for it, so no other SOP is read.</summary>
internal sealed class SopIds(OtherSops others)
{
    /// <summary>The findings at one SOP.</summary>
    public IEnumerable<Finding> Check(SopModel sop, CancellationToken cancel) => others.Known.Declared(cancel)
        .WithId(sop.Id)
        .Where(other => !other.IsBeingTyped && other.Name != sop.Class.FullName)
        .Take(1)
        .Select(other => NamesRule.SharedId(sop, other.Name));
}
