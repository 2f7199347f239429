using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SopAsCode.Definitions;
using SopAsCode.Runtime;
using SopAsCode.TestHarness;
using InvoiceJson = SopAsCode.Hosting.Tests.Sops.TeamJson;

namespace SopAsCode.Hosting.Tests.Documents;

/// <summary>What the README of the package shows compiles, and what it names is there.</summary>
public partial class TheReadme
{
    [Fact]
    public async Task Its_host_is_part_of_this_file()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "tests", "SopAsCode.Hosting.Tests", "Documents", "TheReadme.cs"));
        Assert.Contains(Samples().Matches(await PageAsync())[0].Groups["code"].Value, source, StringComparison.Ordinal);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        Add(builder, TestsSops.Instance);
        Assert.Contains(builder.Services, service => service.ServiceType == typeof(SopHost));
    }

    [Fact]
    public async Task It_names_each_option_with_its_default()
    {
        var page = await PageAsync();
        var options = new SopHostingOptions();
        Assert.All(typeof(SopHostingOptions).GetProperties().Where(option => option.Name != nameof(options.LastWait)), option => Assert.Contains($"`{option.Name}`", page, StringComparison.Ordinal));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)), (options.Pause, options.CatchUp));
    }

    private static void Add(HostApplicationBuilder builder, SopCatalogue catalogue)
    {
        builder.Services.AddSopHosting(
            [catalogue],
            services => SqliteRunStore.Open("sops.db"),
            services => new() { Json = InvoiceJson.Default },
            options => options.StepsAtOnce = 4);
    }

    private static Task<string> PageAsync() => File.ReadAllTextAsync(Path.Combine(Example.RepositoryRoot, "src", "SopAsCode.Hosting", "README.md"));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Samples();
}
