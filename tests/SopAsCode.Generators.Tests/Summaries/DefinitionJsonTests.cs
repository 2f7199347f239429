using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>The JSON that the generator writes, and the records that are read from it.</summary>
public class DefinitionJsonTests
{
    public static TheoryData<string> Projects => [.. GeneratedDefinitions.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Read_and_written_again_it_is_the_same_to_the_byte(string project)
    {
        Assert.NotEmpty(GeneratedDefinitions.Of(project));
        Assert.All(GeneratedDefinitions.Of(project), entry => Assert.Equal(entry.Value, SopDefinition.Parse(entry.Value).ToJson()));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_generated_property_reads_it(string project)
    {
        using var emitted = EmittedAssembly.Of(GeneratedDefinitions.RunOf(project).Output);
        foreach (var (sop, json) in GeneratedDefinitions.Of(project))
        {
            var definition = emitted.Get<SopDefinition>(sop, "Definition");
            Assert.Equal(json, definition.ToJson());
            Assert.Same(definition, emitted.Get<SopDefinition>(sop, "Definition"));
        }
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void It_is_canonical(string project)
    {
        foreach (var text in GeneratedDefinitions.Of(project).Values)
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain(text.Split('\n'), line => line.Length == 0 || line != line.Trim(' '));
            Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }
    }

    // A member that somebody adds to a record and forgets in the generator shows here; one that only the generator knows is lost above.
    [Fact]
    public void Each_member_of_the_records_is_written_somewhere()
    {
        HashSet<string> written = new(StringComparer.Ordinal);
        HashSet<string> known = new(StringComparer.Ordinal);
        foreach (var project in GeneratedDefinitions.Projects)
        {
            var catalogue = GeneratedDefinitions.RunOf(project).Files.Single(file => file.Key.EndsWith("Sops.g.cs", StringComparison.Ordinal)).Value;
            Walk(DefinitionContext.Default.CatalogueDefinition, JsonDocument.Parse(RawText(catalogue)).RootElement, written, known);
            foreach (var json in GeneratedDefinitions.Of(project).Values)
            {
                Walk(DefinitionContext.Default.SopDefinition, JsonDocument.Parse(json).RootElement, written, known);
            }
        }

        Assert.Equal("", string.Join('\n', known.Except(written).Select(member => $"nobody writes {member}").Concat(written.Except(known).Select(member => $"nobody reads {member}"))));
    }

    private static string RawText(string code) => code.Split("\"\"\"")[1];

    private static void Walk(JsonTypeInfo type, JsonElement json, HashSet<string> written, HashSet<string> known)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            foreach (var item in json.EnumerateArray())
            {
                Walk(DefinitionContext.Default.Options.GetTypeInfo(type.ElementType!), item, written, known);
            }
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            var members = type.Properties.Where(member => member.Get is not null).ToDictionary(member => member.Name, StringComparer.Ordinal);
            known.UnionWith(members.Keys.Select(name => $"{type.Type.Name}.{name}"));
            foreach (var member in json.EnumerateObject())
            {
                written.Add($"{type.Type.Name}.{member.Name}");
                if (members.TryGetValue(member.Name, out var found) && found.CustomConverter is null)
                {
                    Walk(DefinitionContext.Default.Options.GetTypeInfo(found.PropertyType), member.Value, written, known);
                }
            }
        }
    }
}
