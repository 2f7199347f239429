using SopAsCode.TestHarness;

namespace SopAsCode.Benchmarks.Generating;

/// <summary>Projects of records of ten properties, each with the context that the framework's JSON generator fills.</summary>
internal static class JsonSource
{
    /// <summary>A project of so many records, one to a file.</summary>
    public static SopProject Project(int count) => SopProject.Bare with
    {
        Sources = [.. SopProject.Bare.Sources, .. Enumerable.Range(0, count).Select(number => Record(number, "Tenth"))],
    };

    /// <summary>What a person does to the project.</summary>
    public static SopProject After(Change change, SopProject project, int count) => change switch
    {
        Change.UnrelatedBody or Change.UnrelatedType => SopSource.AfterUnrelated(change, project),
        Change.Comment => Replace(project, Record(0, "Tenth").Text.Replace("\n{\n", "\n{\n    // why\n", StringComparison.Ordinal)),
        Change.EditOne => Replace(project, Record(0, "Last").Text),
        Change.AddOne => project with { Sources = project.Sources.Add(Record(count, "Tenth")) },
        _ => project,
    };

    private static SopProject Replace(SopProject project, string text) => project.With(Record(0, "").Name, text);

    private static SourceFile Record(int number, string last) => new($"Records/Record{number}.cs", $$"""
        namespace Team;

        public sealed record Record{{number}}
        {
            public int First { get; init; }
            public string Second { get; init; } = "";
            public bool Third { get; init; }
            public DateTime Fourth { get; init; }
            public decimal Fifth { get; init; }
            public Guid Sixth { get; init; }
            public string? Seventh { get; init; }
            public IReadOnlyList<string> Eighth { get; init; } = [];
            public double Ninth { get; init; }
            public long {{last}} { get; init; }
        }

        [System.Text.Json.Serialization.JsonSerializable(typeof(Record{{number}}))]
        public sealed partial class Context{{number}} : System.Text.Json.Serialization.JsonSerializerContext;
        """);
}
