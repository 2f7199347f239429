using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>SOP0004 across SOPs: two of them with one id. The attributes of the other classes say it, so no other SOP is read for it.</summary>
internal sealed class SopIds(OtherSops others)
{
    /// <summary>What was found at one SOP.</summary>
    public IEnumerable<Finding> Check(SopModel sop, CancellationToken cancel) => others.Known.Declared(cancel)
        .WithId(sop.Id)
        .Where(other => !other.IsBeingTyped && other.Name != sop.Class.FullName)
        .Take(1)
        .Select(other => NamesRule.SharedId(sop, other.Name));
}
