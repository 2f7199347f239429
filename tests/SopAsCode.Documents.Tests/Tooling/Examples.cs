using System.Reflection;
using SopAsCode.Definitions;

namespace SopAsCode.Documents.Tests.Tooling;

/// <summary>The SOPs of the examples, and SOPs made for a test.</summary>
public static class Examples
{
    /// <summary>A day on which nothing of the examples is overdue.</summary>
    public static readonly DateOnly Day = new(2026, 11, 20);

    /// <summary>The repository.</summary>
    public static string Root { get; } = typeof(Examples).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;

    /// <summary>The built assembly of the examples.</summary>
    public static string Assembly { get; } = typeof(TinyTeam.TinyTeamSops).Assembly.Location;

    /// <summary>What it says.</summary>
    public static SopAssembly TinyTeam { get; } = SopAssembly.Read(Assembly);

    /// <summary>An SOP of the examples.</summary>
    public static SopDefinition Sop(string id) => TinyTeam.Sops.Single(sop => sop.Id == id);

    /// <summary>An assembly with these SOPs.</summary>
    public static SopAssembly Of(params IEnumerable<SopDefinition> sops) => new() { Name = "Shop", Sops = [.. sops], Shared = new() };

    /// <summary>The smallest SOP with a step.</summary>
    public static SopDefinition Small(string id = "small", string title = "Small") => new()
    {
        Id = id,
        Title = title,
        Class = "Shop.Small",
        Owner = new() { Type = "Shop.Owner", Title = "Owner" },
        Steps = [new() { Name = "Do", Title = "Do it", Kind = StepKind.Human, Performer = new() { Type = "Shop.Owner", Title = "Owner" } }],
        States = ["Do", "Fallback", "Completed", "Rejected", "Escalated", "Cancelled"],
        Transitions = [new() { From = "Do", Trigger = Runtime.SopTrigger.Complete, To = "Completed" }],
    };

    /// <summary>The files of a site, by their paths.</summary>
    public static IReadOnlyDictionary<string, string> Site(SopAssembly assembly, Func<SiteOptions, SiteOptions>? with = null)
    {
        var options = new SiteOptions { Directory = "unused", AsOf = Day, Title = "Tiny team" };
        return SopSite.Pages([assembly], with?.Invoke(options) ?? options).Select(make => make()).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
    }
}
