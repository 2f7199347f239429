using SopAsCode.Build;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

public sealed class ReadingAssemblies : IDisposable
{
    private readonly ProjectWithPages _project = new();

    [Fact]
    public void Classes_are_found_wherever_they_are_declared()
    {
        _project.Compile("""
            [assembly: SopAsCode.SopSummary(typeof(Shop.Support.Triage), 1, Id = "a")]
            [assembly: SopAsCode.SopSummary(typeof(Shop.Outer.Inner.Triage), 1, Id = "b")]
            [assembly: SopAsCode.SopSummary(typeof(Triage), 1, Id = "c")]
            namespace Shop.Support { public class Triage { public const string Markdown = "1"; } }
            namespace Shop { internal class Outer { private protected class None; internal class Inner { internal class Triage { public const string Markdown = "2"; } } } }
            class Triage { public static string Other; public const string Markdown = ""; }
            namespace Elsewhere { class Triage { public const string Markdown = "nobody's"; } }
            """);

        var sops = SummaryReader.Read(_project.AssemblyPath);

        Assert.Equal("Shop", sops.Assembly);
        Assert.Equal([new("Shop.Support.Triage", "a", "1"), new("Shop.Outer+Inner+Triage", "b", "2"), new("Triage", "c", "")], sops.Sops);
    }

    [Fact]
    public void A_page_is_read_character_by_character()
    {
        var page = "„Übergabe“ → 移行 🧾\t\"\"\"\u2028\0end";
        _project.Compile(CompiledSops.Sop("Triage", "triage", page));

        Assert.Equal(page, SummaryReader.Read(_project.AssemblyPath).Sops.Single().Markdown);
    }

    [Fact]
    public void What_else_a_summary_says_does_not_disturb()
    {
        Directory.CreateDirectory(_project.Folder.PathOf("obj"));
        var language = CompiledSops.Language("""
            namespace SopAsCode;
            [System.Flags] public enum SopFacts { None, HasAi }
            [System.AttributeUsage(System.AttributeTargets.Assembly, AllowMultiple = true)]
            public class SopSummaryAttribute(System.Type sop, int format) : System.Attribute
            {
                public SopFacts Facts { get; set; }
                public System.Type[] HandsOver { get; set; }
                public System.Type Input { get; set; }
                public string Id { get; set; }
            }
            """);
        CompiledSops.Compile(_project.AssemblyPath, "Shop", language, """
            [assembly: SopAsCode.SopSummary(typeof(Triage), 1, Facts = SopAsCode.SopFacts.HasAi, HandsOver = new[] { typeof(Triage), typeof(string) }, Input = typeof(int[]), Id = "triage")]
            class Triage { public const string Markdown = "x"; }
            """);

        Assert.Equal("triage", SummaryReader.Read(_project.AssemblyPath).Sops.Single().Id);
    }

    [Fact]
    public void A_newer_format_is_skipped_with_one_message_and_no_page_is_taken_for_superfluous()
    {
        _project.CompileTriage();
        _project.Run();
        _project.Compile(
            CompiledSops.Sop("Triage", "triage", "x").Replace(", 1,", ", 2,", StringComparison.Ordinal),
            CompiledSops.Sop("Other", "other", "x").Replace(", 1,", ", 3,", StringComparison.Ordinal),
            CompiledSops.Sop("Known", "known", "x"));

        Assert.Equal(["warning SOP1207"], _project.Run());

        Assert.Equal(["known.md", "triage.md"], _project.Folder.Files("docs/sops"));
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_a_warning_and_no_crash()
    {
        _project.Folder.Write("obj/Shop.dll", "not an assembly");

        Assert.Equal(["warning SOP1205 sops"], _project.Run());
        Assert.Equal(["error SOP1205 sops"], _project.Run(verify: true));
    }

    public void Dispose() => _project.Dispose();
}
