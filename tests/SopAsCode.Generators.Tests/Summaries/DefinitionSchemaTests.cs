using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Summaries;

/// <summary>The schema that others check definitions with is the one of the definition's types.</summary>
public class DefinitionSchemaTests
{
    private static readonly string File = Path.Combine(Example.RepositoryRoot, "src", "SopAsCode", "Definition", "sop-definition.schema.json");

    [Fact]
    public void The_schema_in_the_repository_is_up_to_date()
    {
        var expected = DefinitionSchema.Write();
        if (Environment.GetEnvironmentVariable("SOPASCODE_ACCEPT") == "1")
        {
            System.IO.File.WriteAllText(File, expected);
        }

        Assert.Equal(expected, System.IO.File.ReadAllText(File).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
