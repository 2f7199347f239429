using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0804: the change log has no entry, or its versions do not rise from day to day.</summary>
internal sealed class ChangesRule() : SopRule(
    Id,
    "Change that the change log does not tell",
    "an SOP without a change log, one whose versions do not rise, and one that changed or went without a word since `Sops.lock.txt`",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.AddChange, "add an entry to fill in"),
    new RuleFix(FixNames.RaiseVersion, "update the lock"),
    new RuleFix(FixNames.SetId, "keep the id"))
{
    public const string Id = "SOP0804";

    /// <summary>An example of how a day is written.</summary>
    public const string SomeDay = "2026-11-21";

    internal override IEnumerable<Finding> Check(RuleContext sop) => [.. sop.IsActive ? [.. Missing(sop), .. NotRising(sop.Sop)] : (IEnumerable<Finding>)[], .. LockedVersions.Check(sop)];

    private static IEnumerable<Finding> Missing(RuleContext of)
    {
        var sop = of.Sop;
        if (of.IsUnfinished)
        {
            yield break;
        }

        if (sop.ChangesNewestFirst.FirstOrDefault() is { } newest)
        {
            if (!PlaceholderText.Is(newest.What))
            {
                yield break;
            }

            yield return new(Id, newest.Place.At("what"), $"The change log of SOP '{sop.Class.Name}' does not say what changed in '{MessageText.Text(newest.Version)}': write it, and why");
        }
        else
        {
            yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' has no change log, so it has no version that a run could name: add [Change(\"1.0.0\", \"{SomeDay}\", \"First version\")] with its day")
            {
                Fix = new(FixNames.AddChange, of.AsOf is { } today ? IsoDay.Text(today) : ""),
            };
        }
    }

    // A later day must have a higher version, in whatever order the entries are. Another rule reports entries that can't be read.
    private static IEnumerable<Finding> NotRising(SopModel sop)
    {
        var entries = sop.Changes.Select(Entry.Of).OfType<Entry>().ToList();
        HashSet<Version> seen = [];
        foreach (var entry in entries)
        {
            if (!seen.Add(entry.Version))
            {
                yield return new(Id, entry.Change.Place.At("version"), $"Version '{entry.Change.Version}' stands twice in the change log of SOP '{sop.Class.Name}': give the later change a higher one")
                {
                    RelatedPlaces = [entries.Find(other => other.Version == entry.Version)!.Change.Place],
                };
            }
            else if (entries.Where(other => other.Day < entry.Day && other.Version > entry.Version).OrderByDescending(other => other.Version).FirstOrDefault() is { } above)
            {
                yield return new(
                    Id,
                    entry.Change.Place.At("version"),
                    $"Change '{entry.Change.Version}' of SOP '{sop.Class.Name}' is of {entry.Change.Date}, later than '{above.Change.Version}' of {above.Change.Date}, but its version is lower: give it a higher one")
                {
                    RelatedPlaces = [above.Change.Place],
                };
            }
        }
    }

    private sealed record Entry(ChangeModel Change, Version Version, DateTime Day)
    {
        public static Entry? Of(ChangeModel change) =>
            Version.TryParse(change.Version, out var version) && IsoDay.Of(change.Date) is { } day ? new(change, version, day) : null;
    }
}
