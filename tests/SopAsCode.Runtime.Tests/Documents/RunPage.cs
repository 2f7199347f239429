using System.Text.RegularExpressions;
using Invoices;
using SopAsCode.TestHarness;

namespace SopAsCode.Runtime.Tests.Documents;

/// <summary>The samples of the page are parts of a file that compiles and runs.</summary>
public partial class RunPage
{
    [Fact]
    public async Task Its_samples_compile()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Runtime", "docs", "run.md"));
        var source = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Runtime.Tests", "Documents", "Invoices.cs"));
        var samples = Samples().Matches(page).Select(match => match.Groups["code"].Value).ToList();
        Assert.Equal(2, samples.Count);
        Assert.All(samples, sample => Assert.Contains(sample, source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_host_runs()
    {
        var folder = Directory.CreateTempSubdirectory("sops");
        var bank = new Bank();
        await Payments.RunAsync(new Catalogue(), Path.Combine(folder.FullName, "sops.db"), bank, default);
        Assert.Equal("invoice-17/Pay/2", bank.Key);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_commands_are_all_there_are()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Runtime", "docs", "run.md"));
        var commands = typeof(RunCommand).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(RunCommand)) && type != typeof(EraseRun));
        Assert.All(commands, command => Assert.Contains($"`{command.Name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_promise_has_tests_that_are_there()
    {
        var folder = Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Runtime.Tests", "Guarantees");
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"));
        var paths = Links().Matches(page).Select(link => link.Groups["path"].Value).ToList();
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(folder, path)), path));
        Assert.All(Directory.GetFiles(folder, "*.cs"), file => Assert.Contains(Path.GetFileName(file), paths));
    }

    [GeneratedRegex(@"\]\((?<path>[^)#]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Links();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();

    private sealed class Catalogue : Definitions.SopCatalogue
    {
        public override IReadOnlyList<Definitions.CatalogueEntry> Entries { get; } = [.. TestsSops.Instance.Entries.Where(entry => entry.Definition.Id == "pay-invoice")];

        public override Definitions.CatalogueDefinition Definition => TestsSops.Instance.Definition;
    }

    private sealed class Bank : IBank, IServiceProvider
    {
        public string? Key { get; private set; }

        public Task PayAsync(Invoice invoice, string idempotencyKey, CancellationToken cancel)
        {
            Key = idempotencyKey;
            return Task.CompletedTask;
        }

        public object? GetService(Type serviceType) => serviceType == typeof(IBank) ? this : null;
    }
}
