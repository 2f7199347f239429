using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>
/// Lets a person approve what a step did by itself. An AI gets a lower level; an automated step gets a checkpoint before it in place of its limit.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LowerAutonomy)), Shared]
public sealed class LowerAutonomy() : ChoiceFix(FixNames.LowerLevel)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method || place.SopAt(diagnostic, cancel) is not { Symbol: { } type }
            || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value) || !Enum.TryParse<Level>(value, out var level) || !Enum.IsDefined(typeof(Level), level))
        {
            return [];
        }

        return LevelText.Edits(place, method, level, cancel) is { } edits
            ? [new($"Lower to Level.{level}", nameof(LowerAutonomy), edits)]
            : InPlaceOfTheLimit(place, type, method, cancel);
    }

    private static IEnumerable<FixOffer> InPlaceOfTheLimit(FixPlace place, INamedTypeSymbol type, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        if (AttributeText.Find(place, method, "Limit", cancel) is not { } limit)
        {
            yield break;
        }

        var (step, removal) = (method.Identifier.ValueText, AttributeText.Remove(place, limit));
        var unlimited = Unlimited(SopReader.Read(type, cancel), step);
        if (WriteEffects.Unsafe(unlimited).All(write => unlimited.NameOf(write.Step) != step))
        {
            // Somebody already approves on every path.
            yield return new("Remove the limit", nameof(LowerAutonomy), [removal]);
            yield break;
        }

        if (InsertCheckpoint.For(place, type, unlimited, step, cancel) is not { } insertion)
        {
            yield break;
        }

        List<INamedTypeSymbol?> roles = insertion.Existing is null ? [.. RolesInScope.Of(type, place.Model.Compilation)] : [null];
        foreach (var role in roles)
        {
            if (insertion.Changes(role, cancel) is { } changes && !changes.Any(change => Collides(change.Span, removal.Change.Span)))
            {
                var title = role is null ? $"Go through checkpoint '{insertion.Existing}' in place of the limit" : $"Put a checkpoint for {role.Name} in place of the limit";
                var key = nameof(LowerAutonomy) + (role is null ? "" : RolesInScope.FullName(role));
                yield return new(title, key, [.. changes.Select(change => new TextEdit(place.Document.Id, change)), removal]);
            }
        }
    }

    private static bool Collides(TextSpan one, TextSpan other) => one.OverlapsWith(other) || (one.IsEmpty && one.Start > other.Start && one.Start < other.End);

    private static FlowGraph Unlimited(SopModel sop, string name) =>
        FlowBuilder.Build(sop with { Steps = sop.Steps.Select(step => step.Name == name ? step with { Limit = null } : step).ToEquatableArray() });
}
