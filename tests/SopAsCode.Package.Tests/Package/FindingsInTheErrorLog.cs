using System.Text.Json;

namespace SopAsCode.Package.Tests.Package;

/// <summary>What a build writes down for tools that read findings: SARIF, as the compiler writes it.</summary>
[Collection(PackageCollection.Name)]
public sealed class FindingsInTheErrorLog(LocalFeed feed)
{
    [Fact]
    public void Findings_and_waivers_are_there_with_ids_places_and_help_links()
    {
        using var project = new OutsideProject(feed);
        project.Folder.Write("Waived.cs", """
            using SopAsCode;

            [Sop("Pack a parcel")]
            [Waive("SOP0101", Because = "Decided in January", By = typeof(SupportLead), Until = "2027-01-31")]
            public sealed partial class PackParcel : Sop
            {
                [HumanStep<Support>("Pack it")]
                public partial Task Pack();
            }

            [Sop("Send a parcel")]
            public sealed partial class SendParcel : Sop
            {
                [HumanStep<Support>("Send it")]
                public partial Task Send();
            }
            """);

        project.Build("-p:ErrorLog=findings.sarif%2Cversion=2.1").Failed();

        using var log = JsonDocument.Parse(project.Folder.Read("findings.sarif"));
        var run = log.RootElement.GetProperty("runs")[0];
        var results = run.GetProperty("results").EnumerateArray()
            .Select(result => (
                Id: result.GetProperty("ruleId").GetString()!,
                Level: result.GetProperty("level").GetString(),
                Text: result.GetProperty("message").GetProperty("text").GetString()!,
                Line: result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()))
            .ToList();
        var owner = Assert.Single(results, result => result.Id == "SOP0101");
        Assert.Equal(("error", 12), (owner.Level, owner.Line));
        var waived = Assert.Single(results, result => result.Id == "SOP1100");
        Assert.Equal(("note", 5), (waived.Level, waived.Line));
        Assert.StartsWith("SOP0101 is waived until 2027-01-31 by 'SupportLead' because 'Decided in January': SOP 'PackParcel' has no owner", waived.Text, StringComparison.Ordinal);
        var links = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("id").GetString()!, rule => rule.TryGetProperty("helpUri", out var link) ? link.GetString() : null, StringComparer.Ordinal);
        Assert.All(results.Where(result => result.Id.StartsWith("SOP", StringComparison.Ordinal)), result => Assert.EndsWith($"/analyzers/docs/{result.Id}.md", links[result.Id], StringComparison.Ordinal));
    }
}
