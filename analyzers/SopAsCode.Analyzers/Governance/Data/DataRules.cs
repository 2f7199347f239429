using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>The rules 05: which data goes where.</summary>
internal static class DataRules
{
    private const string Category = "Data";

    /// <summary>SOP0501.</summary>
    public static readonly DiagnosticDescriptor Unclassified = new(
        "SOP0501", "Data that an AI sees has a data class", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0501"));

    /// <summary>SOP0502.</summary>
    public static readonly DiagnosticDescriptor Allowance = new(
        "SOP0502", "An agent sees no more than the policy allows", "{0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: RulePage.Link("SOP0502"));

    /// <summary>SOP0503.</summary>
    public static readonly DiagnosticDescriptor Disclosure = new(
        "SOP0503", "An SOP says whether customers are told that AI helped", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0503"));

    /// <summary>SOP0504.</summary>
    public static readonly DiagnosticDescriptor OutsideAnswer = new(
        "SOP0504", "A limit does not open on an unreviewed answer about outside content alone", "{0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: RulePage.Link("SOP0504"));

    /// <summary>SOP0505.</summary>
    public static readonly DiagnosticDescriptor BareData = new(
        "SOP0505", "Data of a run says what it is", "{0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: RulePage.Link("SOP0505"));

    /// <summary>All of them, in the order of their ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [Unclassified, Allowance, Disclosure, OutsideAnswer, BareData];

    /// <summary>What they say about an SOP.</summary>
    public static IEnumerable<Finding> Check(SopCase sop) =>
    [
        .. UnclassifiedRule.Check(sop),
        .. AllowanceRule.Check(sop),
        .. DisclosureRule.Check(sop),
        .. OutsideAnswerRule.Check(sop),
        .. BareDataRule.Check(sop),
    ];
}
