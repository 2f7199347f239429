using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.CodeFixes;

/// <summary>Names a backup. There is one offer per role, except for the owner, who can't be the backup.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddBackup)), Shared]
public sealed class AddBackup() : ChoiceFix(FixNames.AddBackup)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.SopAt(diagnostic, cancel) is not { } sop)
        {
            return [];
        }

        var owner = sop.Symbol.GetAttributes().FirstOrDefault(attribute => SopSymbols.IsOurs(attribute, "OwnerAttribute"))?.AttributeClass?.TypeArguments.FirstOrDefault();
        return RolesInScope.Of(sop.Symbol, place.Model.Compilation)
            .Where(role => !SymbolEqualityComparer.Default.Equals(role, owner))
            .Select(role => new FixOffer($"Make {role.Name} the backup", nameof(AddBackup) + RolesInScope.FullName(role), [Edit(place, sop.Declaration, role, cancel)]));
    }

    // The backup is written after the owner, in the same list.
    private static TextEdit Edit(FixPlace place, ClassDeclarationSyntax type, INamedTypeSymbol role, CancellationToken cancel)
    {
        var at = type.SpanStart;
        var backup = $"<{LocalSyntax.Type(place.Model, at, role)}>";
        return AttributeText.Find(place, type, "Owner", cancel) is { } owner
            ? new(place.Document.Id, new(new(owner.Span.End, 0), $", {LocalSyntax.Attribute(place.Model, at, "Backup")}{backup}"))
            : AttributeText.Add(place, type, "Backup", backup, cancel);
    }
}
