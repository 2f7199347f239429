using Microsoft.Build.Framework;
using SopAsCode.Model.Values;

namespace SopAsCode.Build;

/// <summary>
/// Reports the SOPs of an assembly that was compiled without the rules, because analyzers were switched off or removed. Machines and pages are made of such SOPs
/// too, so it is an error, or a warning where the project says that it is meant.
/// </summary>
public sealed class ReportUncheckedSops : Microsoft.Build.Utilities.Task
{
    /// <summary>SOPs were compiled without the rules.</summary>
    public const string Unchecked = "SOP1215";

    private static readonly string Help = RepositoryLink.To("src/SopAsCode.Build/README.md");

    /// <summary>The compiled assembly. It is read but never loaded.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The project file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>The project says that it is meant.</summary>
    public bool Allow { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Project)!, Assembly));
        try
        {
            // An assembly that can't be read was not compiled, and the compiler says why.
            var sops = File.Exists(path) ? SummaryReader.Read(path) : null;
            Report((sops?.Sops.Count ?? 0) + (sops?.Skipped.Count ?? 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogMessage(MessageImportance.Low, "{0} can't be read ({1}), so it is not known whether it has SOPs.", path, e.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Report(int count)
    {
        if (count == 0)
        {
            return;
        }

        var what = $"No rule looked at the SOPs of this project ({count}), because its analyzers are switched off or removed";
        if (Allow)
        {
            Log.LogWarning(null, Unchecked, null, Help, Project, 0, 0, 0, 0, $"{what}; SopAllowUnchecked lets that pass");
        }
        else
        {
            Log.LogError(null, Unchecked, null, Help, Project, 0, 0, 0, 0, $"{what}: build without RunAnalyzers=false, or set SopAllowUnchecked to true for a build that nobody uses");
        }
    }
}
