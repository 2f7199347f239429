using System.Collections.Concurrent;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>What an edit of the example brought.</summary>
/// <param name="Brought">What the rules say after it, and did not say before.</param>
/// <param name="IsSeen">Whether a generated file has another text.</param>
internal sealed record EditOutcome(IReadOnlyList<ReportedFinding> Brought, bool IsSeen)
{
    /// <summary>The rules that spoke, each once, in their order.</summary>
    public IReadOnlyList<string> Rules => [.. Brought.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>
/// The example at strict, and what edits of it bring. An edit of an SOP is looked at among its neighbours, because no other can mind; with
/// <c>SOPASCODE_MUTATE_ALL=1</c> always in the whole example.
/// </summary>
internal static class Edits
{
    private static readonly ConcurrentDictionary<Neighbourhood, Lazy<Start>> Starts = new();

    /// <summary>Whether everything is tried, everywhere, which takes minutes.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("SOPASCODE_MUTATE_ALL") == "1";

    /// <summary>The example, without an edit.</summary>
    public static SopProject Sound { get; } = Example.Of("TinyTeam")
        .WithProperty("SopAsOf", "2026-11-20")
        .WithGlobalConfig(File.ReadAllText(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Build", "build", "profiles", "strict.globalconfig")));

    private static IReadOnlyList<Neighbourhood> Neighbourhoods { get; } = Neighbourhood.In(Sound);

    private static Neighbourhood Whole { get; } = Neighbourhood.WholeOf(Sound);

    /// <summary>What the rules say of the example.</summary>
    public static async Task<IReadOnlyList<ReportedFinding>> BeforeAsync() => (await StartOf(Whole).Base.Value).Findings;

    /// <summary>What an edit brings.</summary>
    /// <param name="edited">The example with one file edited, added or taken away.</param>
    public static async Task<EditOutcome> OfAsync(SopProject edited)
    {
        var file = edited.Sources.Except(Sound.Sources).SingleOrDefault();
        var part = IsWhole || file is null ? null : Neighbourhoods.FirstOrDefault(some => some.Has(file.Name));
        var (around, project) = part is null ? (Whole, edited) : (part, part.Project.With(file!.Name, file.Text));
        var start = StartOf(around);
        var (before, files) = await start.Base.Value;
        var left = before.Select(Words).ToList();
        var (after, made) = await start.Run.GenerateAsync(project);
        return new([.. after.Where(finding => !left.Remove(Words(finding)))], made.Any(one => files.GetValueOrDefault(one.Key) != one.Value));
    }

    private static Start StartOf(Neighbourhood around) => Starts.GetOrAdd(around, static some => new(() => new(some.Project))).Value;

    private static string Words(ReportedFinding finding) => $"{finding.Id} {finding.Message}";

    private sealed class Start(SopProject project)
    {
        public EditedRun Run { get; } = new(project);

        public Lazy<Task<(IReadOnlyList<ReportedFinding> Findings, IReadOnlyDictionary<string, string> Files)>> Base => field ??= new(() => Run.GenerateAsync(project));
    }
}
