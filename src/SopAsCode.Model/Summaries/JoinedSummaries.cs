using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>
/// What the SOPs that a compilation knows say of themselves, and of what other SOPs brought back to them. A summary alone says nothing of the
/// latter; for SOPs of other assemblies, whose steps are out of sight, it stays so.
/// </summary>
public static class JoinedSummaries
{
    /// <summary>Reads them.</summary>
    /// <param name="compilation">The compilation, with its generated part.</param>
    /// <param name="own">The summaries of its own SOPs.</param>
    /// <returns>The summaries by full name: those of its own SOPs, and of the assemblies it references. Its own types hide those of others.</returns>
    public static IReadOnlyDictionary<string, SopSummary> Of(Compilation compilation, IEnumerable<SopSummary> own)
    {
        Dictionary<string, SopSummary> known = new(StringComparer.Ordinal);
        foreach (var summary in own.Concat(compilation.SourceModule.ReferencedAssemblySymbols.Where(SopSymbols.IsUser).SelectMany(SopSummary.ReadAll)))
        {
            if (!known.ContainsKey(summary.Sop))
            {
                known.Add(summary.Sop, summary);
            }
        }

        // What one brings back may be what another one brought back to it, in a circle even: each round can only add.
        var awaiting = compilation.Assembly.GetAttributes().Select(SopSummary.TypeOf).OfType<INamedTypeSymbol>().Where(Awaits).Select(type => SopReader.Read(type, default)).ToList();
        bool isNew;
        do
        {
            isNew = false;
            awaiting.ForEach(sop => isNew |= Learns(sop, known));
        }
        while (isNew);

        return known;
    }

    private static bool Awaits(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>().SelectMany(method => method.GetAttributes())
        .Any(attribute => SopSymbols.Word(attribute) == "Handoff" && attribute.NamedArguments.Any(argument => argument.Key == "Result"));

    private static bool Learns(SopModel sop, Dictionary<string, SopSummary> known)
    {
        if (!known.TryGetValue(sop.Class.FullName, out var before))
        {
            return false;
        }

        var facts = LocalFacts.Of(FlowBuilder.Build(AwaitedResults.Join(sop, () => known)));
        var after = before with
        {
            Facts = facts.Facts,
            HandsOverUnapproved = facts.HandsOverUnapproved.Select(target => target.Type).ToEquatableArray(),
            CompletesWithUnreviewed = facts.CompletesWithUnreviewed.Select(type => type.Plain).ToEquatableArray(),
            PassesOnUnapproved = facts.PassesOnUnapproved.Select(type => type.Plain).ToEquatableArray(),
        };
        known[before.Sop] = after;
        return after != before;
    }
}
