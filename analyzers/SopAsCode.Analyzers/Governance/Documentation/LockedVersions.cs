using SopAsCode.Model;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Summaries;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP0804 for a project with a lock file: an SOP changed without a new version, or was removed without explanation. Without the file
/// earlier versions are not known, and nothing is reported.
/// </summary>
internal static class LockedVersions
{
    public static IEnumerable<Finding> Check(RuleContext sop) =>
        sop.Project.Lock is { } file && sop.Meets(Requires.Class | Requires.Steps | Requires.Methods) ? [.. Changed(sop, file), .. Gone(sop, file)] : [];

    private static IEnumerable<Finding> Changed(RuleContext of, LockFile file)
    {
        var sop = of.Sop;
        if (file.Find(sop.Id) is not { } entry || sop.ChangesNewestFirst.FirstOrDefault() is not { } newest || !Version.TryParse(newest.Version, out var version))
        {
            yield break;
        }

        var fingerprint = Fingerprint.Of(of.Graph);
        var known = Version.Parse(entry.Version);
        if (version > known || fingerprint == entry.Fingerprint)
        {
            yield break;
        }

        var next = Next(known);
        var its = version == known ? $"its version is still '{newest.Version}'" : $"its version '{newest.Version}' is lower than '{entry.Version}', which stands there";
        yield return new(
            ChangesRule.Id,
            newest.Place.At("version"),
            $"SOP '{sop.Class.Name}' changed since its line in {LockFile.Name} was written (flow, access, limits, prompts, checkpoints or stage), but {its}: "
                + $"add [Change(\"{next}\", \"{ChangesRule.SomeDay}\", \"…\")] with its day, what changed, and why")
        {
            Fix = new(FixNames.RaiseVersion, new LockEntry(sop.Id, next, Day(of), fingerprint, sop.Stage == Stage.Retired ? LockState.Retired : LockState.Active).Line),
        };
    }

    // A removed SOP has no place of its own, so it is reported once, at the most similar SOP, or else at the first SOP.
    private static IEnumerable<Finding> Gone(RuleContext of, LockFile file)
    {
        var sop = of.Sop;
        foreach (var entry in file.Entries.Where(entry => entry.State == LockState.Active && !of.Others.IsDeclared(entry.Id)))
        {
            // No rule reports anything about an idea, so an idea can't be the place of a finding.
            var others = of.Others.Own.Where(other => !other.IsIdea).OrderBy(other => other.Id, StringComparer.Ordinal).ToList();
            var heir = others.Find(other => other.Fingerprint == entry.Fingerprint && file.Find(other.Id) is null);
            if ((heir ?? others.FirstOrDefault())?.Sop != sop.Class.FullName)
            {
                continue;
            }

            if (heir is null)
            {
                yield return new(
                    ChangesRule.Id,
                    DeclarationPlace.OfClass,
                    $"SOP '{entry.Id}' stands in {LockFile.Name}, but no class has that id any more: if its class was renamed, write Id = \"{entry.Id}\" in its [Sop]; "
                        + $"if its work is over, bring it back with Stage = Stage.Retired until its runs have ended (said at '{sop.Class.Name}', the first SOP of the project)");
            }
            else if (!sop.HasOwnId)
            {
                yield return new(
                    ChangesRule.Id,
                    DeclarationPlace.OfClass,
                    $"SOP '{sop.Class.Name}' is what {LockFile.Name} knows as '{entry.Id}', but its id is '{sop.Id}' now: write Id = \"{entry.Id}\" in [Sop], so that runs, links and pages stay its own, or Id = \"{sop.Id}\" if the new one is meant")
                {
                    Fix = new(FixNames.SetId, entry.Id),
                };
            }
        }
    }

    private static string Day(RuleContext sop) => sop.AsOf is { } today ? IsoDay.Text(today) : "-";

    private static string Next(Version version) => $"{version.Major}.{version.Minor}.{Math.Max(version.Build, 0) + 1}";
}
