using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0004 across SOPs: two of them with one id. The others are known from the summaries that are generated with them, so no SOP
/// waits for another one to be read, or for the end of the compilation.
/// </summary>
internal sealed class SopIds(OtherSops others)
{
    /// <summary>What was found at one SOP.</summary>
    public IEnumerable<Finding> Check(SopModel sop)
    {
        foreach (var other in others.Own)
        {
            if (other.Id == sop.Id && other.Sop != sop.Class.FullName)
            {
                yield return NamesRule.SharedId(sop, other.Sop);
                yield break;
            }
        }
    }
}
