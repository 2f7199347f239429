using System.Reflection;
using System.Reflection.Emit;
using SopAsCode.Documents.Tests.Tooling;

namespace SopAsCode.Documents.Tests.Reading;

public sealed class ReadingAssemblies
{
    [Fact]
    public void It_reads_what_the_running_program_knows()
    {
        var running = TinyTeam.TinyTeamSops.Instance;

        Assert.Equal("TinyTeam", Examples.TinyTeam.Name);
        Assert.Equal(running.Entries.Select(entry => entry.Definition), Examples.TinyTeam.Sops);
        Assert.Equal(running.Tools, Examples.TinyTeam.Shared.Tools);
        Assert.Equal(running.Agents, Examples.TinyTeam.Shared.Agents);
        Assert.Equal(running.Policy, Examples.TinyTeam.Shared.Policy);
    }

    [Fact]
    public void It_does_not_lock_the_file()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.PathOf("TinyTeam.dll");
        File.Copy(Examples.Assembly, copy);

        SopAssembly.Read(copy);

        File.Delete(copy);
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public void An_assembly_without_SOPs_has_none() => Assert.Empty(SopAssembly.Read(typeof(FactAttribute).Assembly.Location).Sops);

    [Fact]
    public void What_is_no_assembly_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("text.dll"), "This is a text, and no assembly at all.");

        Assert.Throws<BadImageFormatException>(() => SopAssembly.Read(folder.PathOf("text.dll")));
    }

    [Fact]
    public void A_summary_in_a_newer_format_is_skipped_and_named()
    {
        using var folder = new TemporaryFolder();
        Emit(folder.PathOf("Shop.dll"), ("Refund", 2, Examples.Small("refund").ToJson()), ("Reply", 1, Examples.Small("reply").ToJson()));

        var read = SopAssembly.Read(folder.PathOf("Shop.dll"));

        Assert.Equal(["reply"], read.Sops.Select(sop => sop.Id));
        Assert.Equal(["Refund"], read.Skipped);
    }

    [Fact]
    public void A_definition_that_nobody_can_read_is_refused()
    {
        using var folder = new TemporaryFolder();
        Emit(folder.PathOf("Shop.dll"), ("Refund", 1, "{}"));

        Assert.Contains("definition of an SOP", Assert.Throws<FormatException>(() => SopAssembly.Read(folder.PathOf("Shop.dll"))).Message, StringComparison.Ordinal);
    }

    private static void Emit(string file, params (string Class, int Format, string Definition)[] sops)
    {
        var assembly = new PersistedAssemblyBuilder(new("Shop"), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Shop");
        var summary = typeof(SopSummaryAttribute);
        foreach (var (name, format, definition) in sops)
        {
            var type = module.DefineType(name, TypeAttributes.Public).CreateType();
            assembly.SetCustomAttribute(new(
                summary.GetConstructor([typeof(Type), typeof(int)])!,
                [type, format],
                [summary.GetProperty(nameof(SopSummaryAttribute.Definition))!],
                [definition]));
        }

        assembly.Save(file);
    }
}
