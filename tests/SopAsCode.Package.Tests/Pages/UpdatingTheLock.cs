using SopAsCode.Build;
using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Pages;

/// <summary>The task behind the target UpdateSopLock.</summary>
public sealed class UpdatingTheLock : IDisposable
{
    private const string Lock = "Sops.lock.txt";
    private readonly ProjectWithPages _project = new();

    [Fact]
    public void Makes_the_file_with_a_line_for_each_SOP_that_has_a_version()
    {
        _project.Compile(
            Sop("Triage", "triage", "1.2.0", "00000000000000aa"),
            Sop("Answer", "an-answer", "1.0.0", "00000000000000bb", "Facts = (SopAsCode.SopFacts)9, "),
            Sop("Thought", "thought", "1.0.0", "00000000000000cc", stage: "\"stage\":\"Idea\","),
            CompiledSops.Sop("Bare", "bare", "x"));

        Assert.Empty(Run());

        var lines = _project.Folder.Read(Lock).Split('\n');
        Assert.StartsWith("# Which version", lines[0], StringComparison.Ordinal);
        Assert.Equal(["an-answer 1.0.0 2026-09-14 00000000000000bb retired", "triage 1.2.0 2026-09-14 00000000000000aa", ""], lines[2..]);
    }

    [Fact]
    public void Writes_only_what_rose()
    {
        _project.Folder.Write(Lock, "# ours\ngone 1.0.0 2026-01-01 00000000000000dd\ntriage 1.1.0 2026-01-01 0000000000000000\nunsaid 1.0.0 2026-01-01 0000000000000000\n");
        _project.Compile(Sop("Triage", "triage", "1.2.0", "00000000000000aa"), Sop("Unsaid", "unsaid", "1.0.0", "00000000000000bb"));

        Assert.Equal(["warning SOP1210 Sops.lock.txt", "warning SOP1211 Sops.lock.txt"], Run());

        Assert.Equal("# ours\ngone 1.0.0 2026-01-01 00000000000000dd\ntriage 1.2.0 2026-09-14 00000000000000aa\nunsaid 1.0.0 2026-01-01 0000000000000000\n", _project.Folder.Read(Lock));
    }

    [Fact]
    public void A_chosen_id_leaves_a_tombstone_and_a_renamed_class_does_not()
    {
        _project.Folder.Write(Lock, "# ours\nchosen 1.0.0 2026-01-01 00000000000000aa\nrenamed 1.0.0 2026-01-01 00000000000000bb\n");
        _project.Compile(Sop("Triage", "another-id", "1.0.0", "00000000000000aa"), Sop("NewName", "new-name", "1.0.0", "00000000000000bb"));

        Assert.Equal(["warning SOP1211 Sops.lock.txt"], Run());

        Assert.Contains("\nchosen 1.0.0 2026-01-01 00000000000000aa removed\nnew-name 1.0.0 2026-09-14 00000000000000bb\nrenamed 1.0.0 2026-01-01 00000000000000bb\n", _project.Folder.Read(Lock), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_format_leaves_the_file_as_it_is()
    {
        const string Before = "# ours\ntriage 1.1.0 2026-01-01 0000000000000000\n";
        _project.Folder.Write(Lock, Before);
        _project.Compile(Sop("Triage", "triage", "1.2.0", "00000000000000aa").Replace(", 1,", ", 2,", StringComparison.Ordinal), Sop("Known", "known", "1.0.0", "00000000000000bb"));

        Assert.Equal(["error SOP1212 Sops.lock.txt"], Run());

        Assert.Equal(Before, _project.Folder.Read(Lock));
    }

    [Fact]
    public void A_second_run_touches_nothing()
    {
        _project.Compile(Sop("Triage", "triage", "1.2.0", "00000000000000aa"));
        Run();
        _project.Folder.MakeOld(Lock);

        Assert.Empty(Run());

        Assert.True(_project.Folder.IsOld(Lock));
    }

    [Fact]
    public void A_conflict_is_for_people()
    {
        const string text = "<<<<<<< ours\ntriage 1.1.0 2026-01-01 0000000000000000\n";
        _project.Folder.Write(Lock, text);
        _project.Compile(Sop("Triage", "triage", "1.2.0", "00000000000000aa"));

        Assert.Equal(["error SOP1212 Sops.lock.txt"], Run());

        Assert.Equal(text, _project.Folder.Read(Lock));
    }

    [Fact]
    public void Without_an_assembly_it_says_so() => Assert.Equal(["error SOP1212 Sops.lock.txt"], Run());

    public void Dispose() => _project.Dispose();

    private static string Sop(string name, string id, string version, string fingerprint, string more = "", string stage = "") => $$""""
        [assembly: SopAsCode.SopSummary(typeof({{name}}), 1, Id = "{{id}}", Version = "{{version}}", Fingerprint = "{{fingerprint}}", {{more}}Definition = """{"id":"{{id}}",{{stage}}"changes":[{"version":"{{version}}","date":"2026-09-14","what":"a"}]}""")]
        public class {{name}} { public const string Markdown = "x"; }
        """";

    private List<string> Run()
    {
        var engine = new RecordingEngine();
        new UpdateSopLock { BuildEngine = engine, Assembly = "obj/Shop.dll", ProjectDirectory = _project.Folder.Path }.Execute();
        return engine.Findings;
    }
}
