using System.Diagnostics;
using System.Text;
using SopAsCode.Runtime;

namespace SopAsCode.Package.Tests.Tooling;

/// <summary>Runs the real command line. It never waits for ever.</summary>
public static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Runs a command to its end.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The folder of restored packages, so that the user's own never sees a package of a test.</param>
    /// <param name="arguments">What follows <c>dotnet</c>.</param>
    public static CommandResult Run(string folder, string packages, params string[] arguments) => RunUnder(Nothing, folder, packages, arguments);

    /// <summary>Builds or packs. What stays is the compiler of the SDK, where the environment does not say <c>UseSharedCompilation=false</c>; it ends by itself.</summary>
    public static CommandResult Build(string folder, string packages, params string[] arguments) => BuildUnder(Nothing, folder, packages, arguments);

    /// <summary>Builds where the machine says something of its own, such as another language.</summary>
    public static CommandResult BuildUnder(IReadOnlyDictionary<string, string> environment, string folder, string packages, params string[] arguments) =>
        RunUnder(environment, folder, packages, [.. arguments, "-nodeReuse:false", "-tl:off", "-p:NuGetAudit=false"]);

    private static CommandResult RunUnder(IReadOnlyDictionary<string, string> environment, string folder, string packages, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // The test host's own MSBuild settings would steer the child, and so would properties of ours.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("SopDocs", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NUGET_PACKAGES"] = packages;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} took more than {Patience}.\n{Text()}");
        }

        process.WaitForExit();
        return new(process.ExitCode, Text());

        void Add(string? line)
        {
            lock (output)
            {
                if (line is not null)
                    output.Append(line).Append('\n');
            }
        }

        string Text()
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }
}
