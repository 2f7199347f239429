using System.Collections;
using Microsoft.Build.Framework;

namespace SopAsCode.Package.Tests.Tooling;

/// <summary>Keeps what a task says.</summary>
public sealed class RecordingEngine : IBuildEngine
{
    /// <summary>Errors and warnings: "error SOP1201 support-triage.md".</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Their texts.</summary>
    public List<string?> Texts { get; } = [];

    /// <summary>Where they send the reader.</summary>
    public List<string?> HelpLinks { get; } = [];

    /// <summary>What every build prints.</summary>
    public List<string?> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public void LogErrorEvent(BuildErrorEventArgs e) => Add("error", e.Code, e.File, e.Message, e.HelpLink);

    public void LogWarningEvent(BuildWarningEventArgs e) => Add("warning", e.Code, e.File, e.Message, e.HelpLink);

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        if (e.Importance == MessageImportance.High)
        {
            Messages.Add(e.Message);
        }
    }

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    private void Add(string severity, string code, string? file, string? text, string? helpLink)
    {
        Findings.Add($"{severity} {code} {Path.GetFileName(file)}".TrimEnd());
        Texts.Add(text);
        HelpLinks.Add(helpLink);
    }
}
