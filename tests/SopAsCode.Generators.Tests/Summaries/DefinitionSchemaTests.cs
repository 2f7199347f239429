using System.Text.Json;
using Json.Schema;
using SopAsCode.TestHarness;
using ParsedSchema = Json.Schema.JsonSchema;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>The schema in the repository, with which others check definitions.</summary>
public class DefinitionSchemaTests
{
    private static readonly string File = Path.Combine(Example.RepositoryRoot, "src", "SopAsCode", "Definition", "sop-definition.schema.json");
    private static readonly Lazy<ParsedSchema> Schema = new(() => ParsedSchema.FromText(System.IO.File.ReadAllText(File)));

    public static TheoryData<string> Projects => [.. GeneratedDefinitions.Projects];

    [Fact]
    public void It_is_what_the_records_say()
    {
        var expected = DefinitionSchema.Write();
        if (Environment.GetEnvironmentVariable("SOPASCODE_ACCEPT") == "1")
        {
            System.IO.File.WriteAllText(File, expected);
        }

        Assert.Equal(expected, System.IO.File.ReadAllText(File).Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_the_generator_writes_is_valid(string project)
    {
        foreach (var (_, json) in GeneratedDefinitions.Of(project))
        {
            Assert.Equal([], Errors(json));
        }
    }

    [Theory]
    [InlineData("\"id\":\"refund\",", "", "id")]
    [InlineData("\"kind\":\"Wait\"", "\"kind\":\"Waiting\"", "/steps/3/kind")]
    [InlineData("\"after\":\"P14DT1H1M\"", "\"after\":\"14 days\"", "duration")]
    [InlineData("\"impact\":[\"Money\"]", "\"impact\":\"Money\"", "array")]
    [InlineData("\"date\":\"2026-11-02\"", "\"date\":\"2 November\"", "date")]
    [InlineData("\"baseline\":2.5", "\"baseline\":\"much\"", "baseline")]
    public void What_is_wrong_is_not(string before, string after, string said)
    {
        var json = GeneratedDefinitions.Of("WholeLanguage")["Team.Refunds"];
        Assert.Contains(before, json, StringComparison.Ordinal);

        Assert.Contains(Errors(json.Replace(before, after, StringComparison.Ordinal)), error => error.Contains(said, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Errors(string json)
    {
        var found = Schema.Value.Evaluate(JsonDocument.Parse(json).RootElement, new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return found.IsValid ? [] : found.Details!.SelectMany(detail => (detail.Errors ?? new Dictionary<string, string>()).Select(error => $"{detail.InstanceLocation}: {error.Value}"));
    }
}
