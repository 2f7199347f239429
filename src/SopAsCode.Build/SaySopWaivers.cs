using Microsoft.Build.Framework;

namespace SopAsCode.Build;

/// <summary>
/// Says each waiver of a compiled assembly in the output of the build. The compiler reports a waived finding as information, which a build does not
/// print.
/// </summary>
public sealed class SaySopWaivers : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly. It is read but never loaded.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The full path of the project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            foreach (var waiver in WaiverReader.Read(Path.GetFullPath(Path.Combine(ProjectDirectory, Assembly))))
            {
                Log.LogMessage(MessageImportance.High, "{0} is waived in {1} until {2}, by {3}: {4}", waiver.Rule, waiver.Where, waiver.Until, waiver.By, waiver.Because);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            Log.LogMessage(MessageImportance.High, "The waivers of {0} can't be read: {1}", Assembly, e.Message);
        }

        return true;
    }
}
