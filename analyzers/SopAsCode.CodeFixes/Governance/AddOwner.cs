using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Names an owner, or replaces the base class of all roles by a role of the team. There is one offer per role, and the person who applies the fix chooses the
/// role.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddOwner)), Shared]
public sealed class AddOwner() : ChoiceFix(FixNames.AddOwner)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel) => place.SopAt(diagnostic, cancel) is { } sop
        ? RolesInScope.Of(sop.Symbol, place.Model.Compilation)
            .Select(role => new FixOffer($"Make {role.Name} the owner", nameof(AddOwner) + RolesInScope.FullName(role), [Edit(place, sop.Declaration, Stated(place, diagnostic), role, cancel)]))
        : [];

    // The type argument of an owner that names nobody.
    private static TypeSyntax? Stated(FixPlace place, Diagnostic diagnostic) =>
        place.AttributeAt(diagnostic)?.DescendantNodes().OfType<TypeArgumentListSyntax>().FirstOrDefault()?.Arguments.FirstOrDefault();

    // The owner is written before the backup, in the same list.
    private static TextEdit Edit(FixPlace place, ClassDeclarationSyntax type, TypeSyntax? stated, INamedTypeSymbol role, CancellationToken cancel)
    {
        var at = type.SpanStart;
        if (stated is not null)
        {
            return new(place.Document.Id, new(stated.Span, LocalSyntax.Type(place.Model, at, role)));
        }

        var owner = $"<{LocalSyntax.Type(place.Model, at, role)}>";
        return AttributeText.Find(place, type, "Backup", cancel) is { } backup
            ? new(place.Document.Id, new(new(backup.SpanStart, 0), $"{LocalSyntax.Attribute(place.Model, at, "Owner")}{owner}, "))
            : AttributeText.Add(place, type, "Owner", owner, cancel);
    }
}
