using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0004 across SOPs: two of them with one id. The others are known from the summaries that are generated with them, so no SOP
/// waits for another one to be read, or for the end of the compilation.
/// </summary>
internal sealed class SopIds(Compilation compilation)
{
    private readonly Lazy<ImmutableArray<(string Sop, string Id)>> _known = new(() => Read(compilation));

    /// <summary>What was found at one SOP.</summary>
    public IEnumerable<Finding> Check(SopModel sop)
    {
        foreach (var (other, id) in _known.Value)
        {
            if (id == sop.Id && other != sop.Class.FullName)
            {
                yield return NamesRule.SharedId(sop, other);
                yield break;
            }
        }
    }

    private static ImmutableArray<(string Sop, string Id)> Read(Compilation compilation) =>
        [.. SopSummary.ReadAll(compilation.Assembly).Select(summary => (summary.Sop, summary.Id))];
}
