using Microsoft.Build.Framework;
using SopAsCode.Model.Values;

namespace SopAsCode.Build;

/// <summary>
/// Updates the lock file of a project: it adds SOPs without a line, and SOPs with a higher version. It runs only on request, never in a normal
/// build.
/// </summary>
public sealed class UpdateSopLock : Microsoft.Build.Utilities.Task
{
    /// <summary>Something changed without a higher version, so the line is kept.</summary>
    public const string Held = "SOP1210";

    /// <summary>The SOP of a line no longer exists and nothing explains why, so the line is kept.</summary>
    public const string Gone = "SOP1211";

    /// <summary>The file can't be read or written.</summary>
    public const string NotWritten = "SOP1212";

    private static readonly string Help = RepositoryLink.To("src/SopAsCode.Build/README.md");

    /// <summary>The compiled assembly. It is read but never loaded.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The full path of the project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var path = Path.Combine(ProjectDirectory, LockFile.Name);
        try
        {
            Update(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogError(null, NotWritten, null, Help, path, 0, 0, 0, 0, $"{LockFile.Name} can't be brought up to date ({e.Message.TrimEnd('.')}): make it writable");
        }

        return !Log.HasLoggedErrors;
    }

    private void Update(string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        var known = LockFile.Parse(text);
        if (known.Unreadable.Count > 0)
        {
            Log.LogError(null, NotWritten, null, Help, path, 0, 0, 0, 0, $"'{known.Unreadable[0]}' is no line of {LockFile.Name}: solve the conflict first, keeping the line with the higher version");
            return;
        }

        var (sops, skipped) = SummaryReader.ReadLocked(Path.GetFullPath(Path.Combine(ProjectDirectory, Assembly)));
        if (skipped.Count > 0)
        {
            Log.LogError(null, NotWritten, null, Help, path, 0, 0, 0, 0, $"{LockFile.Name} stays as it is, because {skipped[0]} is described in a newer format than this task knows: use one version of the package SopAsCode in the whole build");
            return;
        }

        var update = known.Update(sops);
        foreach (var id in update.Held)
        {
            Log.LogWarning(null, Held, null, Help, path, 0, 0, 0, 0, $"the line of '{id}' stays, because the SOP changed and its version did not rise: add a [Change] with a higher version");
        }

        foreach (var id in update.Gone)
        {
            Log.LogWarning(null, Gone, null, Help, path, 0, 0, 0, 0, $"the line of '{id}' stays, though no SOP has that id: write the id into [Sop] of the class that was renamed, or retire the SOP before it goes");
        }

        if (update.File.Text != text.Replace("\r\n", "\n"))
        {
            AtomicFile.Write(path, update.File.Text);
            Log.LogMessage(MessageImportance.High, "{0} is up to date.", path);
        }
    }
}
