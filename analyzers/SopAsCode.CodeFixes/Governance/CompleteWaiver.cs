using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>States who allows a waiver and until when, or names the rule that is meant. Only a person can give the reason.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteWaiver)), Shared]
public sealed class CompleteWaiver() : SopFix(FixNames.CompleteWaiver, FixNames.UseRuleId)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var fix)
            || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value)
            || place.AttributeAt(diagnostic) is not { } waiver
            || place.SopAt(diagnostic, cancel) is not { } sop)
        {
            return [];
        }

        return fix == FixNames.UseRuleId
            ? [new($"Waive {value}", nameof(FixNames.UseRuleId) + value, [new(place.Document.Id, new(diagnostic.Location.SourceSpan, $"\"{value}\""))])]
            : Completions(place, waiver, sop.Symbol, value!.Split(','), cancel);
    }

    private static IEnumerable<FixOffer> Completions(FixPlace place, AttributeSyntax waiver, INamedTypeSymbol sop, string[] missing, CancellationToken cancel)
    {
        var until = missing.Contains("Until", StringComparer.Ordinal) ? WaiverEnd.For(place, sop, cancel) : "";
        if (until is null)
        {
            return [];
        }

        List<TextEdit> end = until.Length == 0 ? [] : [Set(place, waiver, "Until", $"\"{until}\"")];
        if (!missing.Contains("By", StringComparer.Ordinal))
        {
            return [new($"End it on {until}", nameof(CompleteWaiver), end)];
        }

        var roles = RolesInScope.Of(sop, place.Model.Compilation);
        return roles.Select(role => new FixOffer(
            end.Count == 0 ? $"Let {role.Name} allow it" : $"Let {role.Name} allow it until {until}",
            nameof(CompleteWaiver) + RolesInScope.FullName(role),
            [Set(place, waiver, "By", $"typeof({LocalSyntax.Type(place.Model, waiver.SpanStart, role)})"), .. end]));
    }

    // An argument with an empty value is replaced.
    private static TextEdit Set(FixPlace place, AttributeSyntax waiver, string name, string value) =>
        waiver.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } old
            ? new(place.Document.Id, new(old.Expression.Span, value))
            : AttributeText.AddArgument(place, waiver, $"{name} = {value}");
}
