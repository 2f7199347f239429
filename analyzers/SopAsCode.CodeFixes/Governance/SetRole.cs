using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>Lets a role that the policy names decide. If the policy names several, there is one offer per role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetRole)), Shared]
public sealed class SetRole() : ChoiceFix(FixNames.SetRole)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(Fix.NameKey, out var fix) || fix != FixNames.SetRole
            || place.SopAt(diagnostic, cancel) is not { } sop
            || place.AttributeAt(diagnostic)?.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault(name => name.Identifier.ValueText.StartsWith("Checkpoint", StringComparison.Ordinal)) is not { } name)
        {
            yield break;
        }

        foreach (var wanted in diagnostic.Properties[Fix.ValueKey]!.Split('|'))
        {
            if (RolesInScope.Find(sop.Symbol, place.Model.Compilation, "global::" + wanted) is { } role)
            {
                var written = LocalSyntax.Type(place.Model, name.SpanStart, role);
                yield return new($"Let {role.Name} decide", nameof(SetRole) + RolesInScope.FullName(role), [new(place.Document.Id, new(name.TypeArgumentList.Arguments.Span, written))]);
            }
        }
    }
}
