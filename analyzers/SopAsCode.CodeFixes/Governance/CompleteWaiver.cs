using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// States who allows a waiver, with one offer per role, or names the rule that is meant. The reason and the end are left out, and SOP1101 asks for them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteWaiver)), Shared]
public sealed class CompleteWaiver() : ChoiceFix(FixNames.CompleteWaiver, FixNames.UseRuleId)
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
            : RolesInScope.Of(sop.Symbol, place.Model.Compilation).Select(role => new FixOffer(
                $"Let {role.Name} allow it",
                nameof(CompleteWaiver) + RolesInScope.FullName(role),
                [AttributeText.SetArgument(place, waiver, "By", $"typeof({LocalSyntax.Type(place.Model, waiver.SpanStart, role)})")]));
    }
}
