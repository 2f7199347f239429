using System.Globalization;
using System.Text.RegularExpressions;
using SopAsCode.Package.Tests.Tooling;
using YamlDotNet.RepresentationModel;

namespace SopAsCode.Package.Tests.Repository;

/// <summary>What is hard to see in a workflow before it runs on a server.</summary>
public sealed partial class Workflows
{
    public static TheoryData<string> Names => [.. Yaml.Workflows];

    public static TheoryData<string> YamlFiles => [.. Yaml.All];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void A_file_can_be_read(string file) => Assert.NotEmpty(Yaml.Read(file).Children);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_may_read_the_repository_and_no_more(string file) => Assert.Equal([("contents", "read")], Permissions(Yaml.Read(file)));

    [Fact]
    public void Only_these_jobs_may_do_more() => Assert.Equal(
        ["codeql/analyze: security-events", "release/nuget: id-token", "release/github: contents"],
        from file in Yaml.Workflows
        from job in Jobs(Yaml.Read(file))
        from permission in Permissions(job.Value)
        where permission.Access == "write"
        select $"{Path.GetFileNameWithoutExtension(file)}/{job.Name}: {permission.Name}");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_job_that_may_publish_runs_nothing_of_the_repository(string file) => Assert.All(
        Jobs(Yaml.Read(file)).Where(job => Permissions(job.Value).Any(permission => permission is ("id-token" or "contents", "write"))),
        job => Assert.DoesNotContain(Steps(job.Value), step => step.Text("uses") is { } action && (action.StartsWith("actions/checkout@", StringComparison.Ordinal) || action.StartsWith('.'))));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_job_ends_in_time_and_runs_are_not_piled_up(string file)
    {
        var workflow = Yaml.Read(file);
        Assert.NotNull(workflow.Find("concurrency"));
        Assert.All(Jobs(workflow), job => Assert.InRange(int.Parse(job.Value.Text("timeout-minutes") ?? "0", CultureInfo.InvariantCulture), 1, 60));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_action_has_a_version(string file) => Assert.All(
        Jobs(Yaml.Read(file)).SelectMany(job => Steps(job.Value)).Select(step => step.Text("uses")).OfType<string>(),
        action => Assert.Matches("^(\\./\\S+|[^@\\s]+@(v[0-9]+|[0-9a-f]{40}))$", action));

    // What somebody else may choose, such as the name of a branch, would run as a command.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_takes_values_from_its_environment_only(string file) => Assert.All(
        Commands(Yaml.Read(file)), command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));

    [Theory]
    [InlineData("linux")]
    [InlineData("others")]
    public void The_commands_of_the_readme_run_on_each_system(string job)
    {
        var readme = File.ReadAllText(Path.Combine(Built.Root, "README.md"));
        var promised = Command().Matches(readme[readme.IndexOf("## Try it", StringComparison.Ordinal)..readme.IndexOf("## What the compiler says", StringComparison.Ordinal)])
            .Select(match => match.Groups["command"].Value).ToList();
        var steps = Steps(Jobs(Yaml.Read(".github/workflows/build.yml")).Single(one => one.Name == job).Value).Select(step => step.Text("run")).OfType<string>().ToList();
        var run = string.Join('\n', steps);
        if (steps.Contains(".ci/run", StringComparer.Ordinal))
            run += File.ReadAllText(Path.Combine(Built.Root, ".ci/run"));

        Assert.Equal(2, promised.Count);
        Assert.All(promised, command => Assert.Contains(command, run, StringComparison.Ordinal));
        Assert.Contains("dotnet pack SopAsCode.sln", run, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_packs_everything_that_is_a_package()
    {
        Assert.Contains("dotnet pack SopAsCode.sln -c Release -o artifacts", Commands(Yaml.Read(".github/workflows/release.yml")));
        var solution = File.ReadAllText(Path.Combine(Built.Root, "SopAsCode.sln")).Replace('\\', '/');
        var packages = Directory.GetFiles(Path.Combine(Built.Root, "src"), "*.csproj", SearchOption.AllDirectories).Where(project => File.ReadAllText(project).Contains("<IsPackable>true", StringComparison.Ordinal)).ToList();
        Assert.Contains(packages, package => package.EndsWith("SopAsCode.Runtime.csproj", StringComparison.Ordinal));
        Assert.All(packages, package =>
        {
            Assert.Contains(Path.GetRelativePath(Built.Root, package).Replace('\\', '/'), solution, StringComparison.Ordinal);
            Assert.Matches("PackageReadmeFile>|NuspecFile>", File.ReadAllText(package));
        });
    }

    [Fact]
    public void Each_path_with_an_owner_of_its_own_exists()
    {
        var paths = File.ReadAllLines(Path.Combine(Built.Root, ".github/CODEOWNERS"))
            .Where(line => line.StartsWith('/'))
            .Select(line => line.Split(' ')[0].TrimStart('/'))
            .ToList();

        Assert.Contains("examples/TinyTeam/Grants.cs", paths);
        Assert.All(paths, path => Assert.True(Path.Exists(Path.Combine(Built.Root, path)), path));
    }

    private static IEnumerable<(string Name, YamlNode Value)> Jobs(YamlMappingNode workflow) => workflow.Find("jobs")!.Entries();

    private static IEnumerable<YamlNode> Steps(YamlNode job) => (YamlSequenceNode)job.Find("steps")!;

    private static IEnumerable<string> Commands(YamlMappingNode workflow) =>
        Jobs(workflow).SelectMany(job => Steps(job.Value)).Select(step => step.Text("run")).OfType<string>();

    private static IEnumerable<(string Name, string Access)> Permissions(YamlNode node) =>
        node.Find("permissions")?.Entries().Select(entry => (entry.Name, ((YamlScalarNode)entry.Value).Value!)) ?? [];

    [GeneratedRegex("^(?<command>dotnet .+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
