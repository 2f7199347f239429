using System.Text.RegularExpressions;
using Invoices;
using SopAsCode.PostgreSql;
using SopAsCode.Runtime.Tests.Harness;
using SopAsCode.TestHarness;

namespace SopAsCode.Runtime.Tests.Documents;

/// <summary>What the README of the package shows works.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_host_runs()
    {
        await using var place = TestPlace.New();
        Assert.Equal(0, await WorkAsync(new Catalogue(), ClusterOfTheRun.Cluster.Connection, new TestBank(), default));
        place.Tamper("DROP SCHEMA sops CASCADE");
        Assert.Contains(await SampleAsync("csharp"), await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.PostgreSql.Tests", "Documents", "TheReadme.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_queries_run()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync("invoice-17");
        var queries = (await SampleAsync("sql")).Replace("sops.", "", StringComparison.Ordinal).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, queries.Length);
        Assert.All(queries, query => Assert.NotEmpty(house.Query(query)));
    }

    [Fact]
    public async Task Whoever_only_reads_and_verifies_needs_no_more_than_it_says()
    {
        await using var house = House.Open();
        await house.RefundToDecideAsync();
        var user = house.Place.Schema;
        house.Tamper($"CREATE ROLE \"{user}\" LOGIN PASSWORD 'word'; GRANT USAGE ON SCHEMA \"{user}\" TO \"{user}\"; GRANT SELECT ON ALL TABLES IN SCHEMA \"{user}\" TO \"{user}\"");
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(ClusterOfTheRun.Cluster.Connection) { Username = user, Password = "word" };
        await using (var store = await PostgreSqlRunStore.OpenAsync(settings.ConnectionString, user))
        {
            Assert.Empty(await house.NewHost(store).VerifyAsync());
        }

        house.Tamper($"DROP OWNED BY \"{user}\"; DROP ROLE \"{user}\"");
    }

    private static async Task<int> WorkAsync(Definitions.SopCatalogue catalogue, string connection, IServiceProvider services, CancellationToken cancel)
    {
        await using var store = await PostgreSqlRunStore.OpenAsync(connection, cancel: cancel);
        var host = new SopHost([catalogue], store, new() { Json = InvoiceJson.Default, Services = services });
        return await host.WorkAsync(cancel);
    }

    private static async Task<string> SampleAsync(string language)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.PostgreSql", "README.md"));
        return Samples().Matches(page).Single(match => match.Groups["language"].Value == language).Groups["code"].Value;
    }

    private sealed class Catalogue : Definitions.SopCatalogue
    {
        public override IReadOnlyList<Definitions.CatalogueEntry> Entries { get; } = [.. TestsSops.Instance.Entries.Where(entry => entry.Definition.Id == "pay-invoice")];

        public override Definitions.CatalogueDefinition Definition => TestsSops.Instance.Definition;
    }

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();
}
