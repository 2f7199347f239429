using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 01: who answers for an SOP.</summary>
internal static class OwnershipRules
{
    private const string Category = "Ownership";

    /// <summary>SOP0101.</summary>
    public static readonly DiagnosticDescriptor Owner = new(
        "SOP0101", "An SOP has an owner", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0101"));

    /// <summary>SOP0102.</summary>
    public static readonly DiagnosticDescriptor Backup = new(
        "SOP0102", "The backup is somebody other than the owner", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0102"));

    /// <summary>SOP0103.</summary>
    public static readonly DiagnosticDescriptor Holder = new(
        "SOP0103", "Somebody holds each role", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0103"));

    /// <summary>SOP0104.</summary>
    public static readonly DiagnosticDescriptor NoBackup = new(
        "SOP0104", "An SOP that writes where it can hurt has a backup", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0104"));

    /// <summary>SOP0105.</summary>
    public static readonly DiagnosticDescriptor Duties = new(
        "SOP0105", "Each duty is somebody's", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0105"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Owner, Backup, Holder, NoBackup, Duties];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) => [.. OwnerRule.Check(sop), .. BackupIsOwnerRule.Check(sop), .. HolderRule.Check(sop), .. NoBackupRule.Check(sop), .. DutiesRule.Check(sop)];
}
