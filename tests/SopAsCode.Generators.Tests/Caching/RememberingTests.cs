using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>
/// What was read is remembered while a compilation looks the same from outside: exactly as long, so that what is remembered is always what
/// would be read.
/// </summary>
public class RememberingTests
{
    /// <summary>An SOP that takes words from everywhere.</summary>
    private static readonly SopProject Scattered = SopProject.Of(
            """
            namespace Team;

            [Sop(Words.Title), Owner<Support>]
            public sealed partial class AnswerTicket : Sop<Case>
            {
                [AiStep<Writer>(Words.Draft), Prompt($"Answer {{case.Text}} in {Words.Tone}")]
                public partial Task<Reply> Draft(Case @case);

                [Checkpoint<Aide>, Due(Hours = Words.Hours)]
                public partial Task<Reply> Review(Reply reply, Remark? remark);

                [AutomatedStep("Send it"), Writes<Helpdesk>(Impact.Customers)]
                public Task Send(Reply reply)
                {
                    return Task.CompletedTask;
                }

                [AutomatedStep("Close it"), Next(End.Completed, When = nameof(IsDone))]
            #if SHORT
                [Next(Fallback)]
            #else
                [Next(nameof(Draft))]
            #endif
                public Task Close(Case @case) => Task.CompletedTask;

                [Condition("It is done")]
                private static bool IsDone(Case @case) => @case.Text.Length > 0;
            }
            """)
        .With("Words.cs", "namespace Team; public static class Words { public const string Title = \"Answer a case\"; public const string Draft = \"Draft \" + What; private const string What = \"an answer\"; public const string Tone = \"a few words\"; public const int Hours = 1 + 1; public static int Use() => 1; }")
        .With("Data.cs", "namespace Team; public sealed record Case([property: Key] string Number, string Text); public sealed record Remark(string Text) { public string Short() => Text[..1]; }")
        .With("Aliases.cs", "global using Aide = Desk.SeniorSupport;")
        .WithProperty("RootNamespace", "Team");

    public static TheoryData<string, string> Edits => new()
    {
        { "Answer a case", "Answer the case" },
        { "\"an answer\"", "\"a reply\"" },
        { "a few words", "few words" },
        { "1 + 1", "1 + 2" },
        { "Desk.SeniorSupport", "Desk.Finance" },
        { "string Number, string Text)", "string Number, string Text, int Urgency)" },
        { "[property: Key] string Number", "string Number" },
        { "record Case(", "record Case(DateOnly Day, " },
        { "Remark? remark", "Remark remark" },
        { "[Title(\"Support\")]", "[Title(\"First line\")]" },
        { "[Title(\"Senior support\")]", "[Title(\"Second line\")]" },
        { "Impact.Customers", "Impact.Money" },
        { "namespace Team; public static class Words", "namespace Team; public sealed class Support : Role; public static class Words" },
        { "namespace Team; public static class Words", "[assembly: Grant<Team.AnswerTicket, Helpdesk>(Impact.Customers, By = typeof(Founder))] namespace Team; public static class Words" },
        { "namespace Team; public static class Words", "[OnePersonTeam] public sealed class House : Policy; namespace Team; public static class Words" },
        { "namespace Team;\n\n[Sop", "#define SHORT\nnamespace Team;\n\n[Sop" },
        { "return Task.CompletedTask;\n    }", "return Task.CompletedTask;" },
        { "    {\n        return Task.CompletedTask;\n    }", "    ;" },
        { "public static int Use() => 1;", "public static int Use() => 1; } public sealed partial class AnswerTicket { public partial Task<Reply> Draft(Case @case) => Task.FromResult(new Reply(\"\"));" },
        { "=> Text[..1];", "=> Text[..1]; public int Length => Text.Length;" },
        { "[AutomatedStep(\"Close it\")", "[AutomatedStep(\"Clo" },
    };

    [Theory]
    [InlineData("{\n        return Task.CompletedTask;\n    }", "=> Task.CompletedTask;")]
    [InlineData("return Task.CompletedTask;", "\n#nullable disable\nreturn Task.CompletedTask;")]
    [InlineData("=> @case.Text.Length > 0;", ";")]
    [InlineData("[AutomatedStep(\"Send it\"), Writes", "[AutomatedStep(\"Send it\"), Due(Hours = ), Writes")]
    public void After_an_edit_that_shows_nowhere_there_is_what_would_be_read(string old, string next)
    {
        var before = GeneratorRun.Of(Scattered.ThatDoesNotCompile());
        AssertAsIfNew(before, before.After(Edit.Replace(old, next)), mustDiffer: false);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void After_an_edit_there_is_what_would_be_read(string old, string next)
    {
        var before = GeneratorRun.Of(Scattered.ThatDoesNotCompile());
        AssertAsIfNew(before, before.After(Edit.Replace(old, next)), mustDiffer: true);
    }

    [Fact]
    public void After_a_word_is_deleted_anywhere_there_is_what_would_be_read()
    {
        var before = GeneratorRun.Of(Scattered.ThatDoesNotCompile());
        foreach (var file in Scattered.Sources.Where(file => file.Name is not ("GlobalUsings.cs" or Vocabulary.File)))
        {
            foreach (var token in CSharpSyntaxTree.ParseText(file.Text, cancellationToken: default).GetRoot().DescendantTokens().Where((token, i) => i % 5 == 2 && token.Span.Length > 0))
            {
                AssertAsIfNew(before, before.After(new($"'{token}' deleted at {token.SpanStart} of {file.Name}", project => project.With(file.Name, file.Text.Remove(token.SpanStart, token.Span.Length)))), mustDiffer: false);
            }
        }
    }

    [Fact]
    public void After_another_reference_there_is_what_would_be_read()
    {
        var mild = SopProject.Of("namespace Away; public sealed class Guide : Role;") with { Name = "Away" };
        var stern = SopProject.Of("namespace Away; [Title(\"The one who guides\")] public sealed class Guide : Role;") with { Name = "Away" };
        var project = Scattered.With("Aliases.cs", "global using Aide = Away.Guide;");
        var before = GeneratorRun.Of(project.WithReference(mild).ThatDoesNotCompile());
        AssertAsIfNew(before, before.After(new("other reference", _ => project.WithReference(stern).ThatDoesNotCompile())), mustDiffer: true);
    }

    [Fact]
    public void A_reference_that_can_not_be_read_is_for_the_compiler_to_say()
    {
        var run = GeneratorRun.Of(Scattered.WithReference(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "xunit.core.dll"))).ThatDoesNotCompile());
        var broken = GeneratorRun.Of(Scattered.WithReference(MetadataReference.CreateFromImage([1, 2, 3])).ThatDoesNotCompile());
        Assert.Equal(run.Files.Keys, broken.Files.Keys);
    }

    [Theory]
    [InlineData("return Task.CompletedTask;", "return Task.Run(() => { });")]
    [InlineData("@case.Text.Length > 0", "@case.Text.Length > 1")]
    [InlineData("=> Text[..1];", "=> Text[..2];")]
    [InlineData("Use() => 1", "Use() => 2")]
    [InlineData("namespace Team;", "// a word\nnamespace Team;\n")]
    [InlineData("public Task Send", "/// <summary>Sends.</summary>\n    public Task Send")]
    public void Inside_a_body_or_a_comment_nothing_is_read_anew(string old, string next)
    {
        // Each run is followed by one after an edit of this file.
        var name = $"Team{Guid.NewGuid():N}";
        var run = GeneratorRun.Of(Scattered.With("Unrelated.cs", "namespace Unrelated;\n") with { Name = name });
        var remembered = ReadingMemory.Of(name);
        Assert.NotNull(remembered);
        run = run.After(Edit.Replace(old, next));
        Assert.Same(remembered, ReadingMemory.Of(name));
        run.After(Edit.Replace("Answer a case", "Answer the case"));
        Assert.NotSame(remembered, ReadingMemory.Of(name));
    }

    // Another assembly is remembered by itself.
    private static void AssertAsIfNew(GeneratorRun before, GeneratorRun after, bool mustDiffer)
    {
        var anew = GeneratorRun.Of(after.Project with { Name = $"Team{Guid.NewGuid():N}" });
        Assert.Equal(anew.Files.Keys, after.Files.Keys);
        Assert.All(anew.Files, file => Assert.Equal(file.Value, after.Files[file.Key]));
        Assert.True(!mustDiffer || !before.Files.SequenceEqual(after.Files), "The edit changed nothing that is generated: it shows nothing.");
    }
}
