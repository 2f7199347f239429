using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>
/// SOP1106: a rule is switched off instead of waived. No type declares a pragma or an attribute that does this, so these are checked where
/// they are written; settings of the build are reported at each SOP.
/// </summary>
internal sealed class SuppressionRule() : SopRule(
    Id,
    "Rule silenced by other means than a waiver",
    "a pragma, `[SuppressMessage]`, `NoWarn` or severity in place of a waiver",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.WaiveInstead, "turn a pragma or `[SuppressMessage]` into a waiver to complete"))
{
    public const string Id = "SOP1106";

    // A text with the second name has the first.
    private static readonly string[] Attributes = ["SuppressMessage", "UnconditionalSuppressMessage"];

    public override bool IsFixed => true;

    /// <summary>Checks the pragmas of a file.</summary>
    public static IEnumerable<PlacedFinding> CheckPragmas(SemanticModel model, CompilationUnitSyntax root, CancellationToken cancel)
    {
        if (!root.ContainsDirectives)
        {
            yield break;
        }

        var pragmas = Pragmas(root).ToList();
        foreach (var pragma in pragmas.Where(pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)))
        {
            foreach (var code in pragma.ErrorCodes.OfType<IdentifierNameSyntax>().Where(code => Rules.Has(code.Identifier.ValueText)))
            {
                yield return Silenced(model.Compilation, code.GetLocation(), "#pragma", code.Identifier.ValueText);
            }

            if (pragma.ErrorCodes.Count == 0 && GovernedCode.First(model, root, RegionOf(root, pragma, pragmas), cancel) is { } silenced)
            {
                yield return new(Id, pragma.GetLocation(), $"#pragma without ids silences every rule for {silenced}: name its ids, and put [Waive] on the SOP for those of SOPs");
            }
        }
    }

    /// <summary>Checks the attributes of a file for <c>[SuppressMessage]</c>. They may stand anywhere, also in the body of a method, so a file is searched only where its text has the word.</summary>
    public static IEnumerable<PlacedFinding> CheckAttributes(SemanticModel model, CompilationUnitSyntax root, WrittenNames names, CancellationToken cancel) =>
        names.MayStandIn(root.SyntaxTree, Attributes[0], cancel)
            ? root.DescendantNodes().OfType<AttributeSyntax>().Select(attribute => CheckAttribute(model, attribute, names, cancel)).OfType<PlacedFinding>()
            : [];

    private static PlacedFinding? CheckAttribute(SemanticModel model, AttributeSyntax attribute, WrittenNames names, CancellationToken cancel) =>
        names.MayBe(attribute, Attributes)
        && CheckId(attribute) is { } check
        && model.GetConstantValue(check, cancel).Value is string text
        && text.Split(':')[0].Trim() is var rule
        && Rules.Has(rule)
        && IsSuppression(model.GetSymbolInfo(attribute, cancel).Symbol?.ContainingType)
            ? Silenced(model.Compilation, check.GetLocation(), "[SuppressMessage]", rule)
            : null;

    // Goes only where directives are; generated files have them in one place.
    private static IEnumerable<PragmaWarningDirectiveTriviaSyntax> Pragmas(CompilationUnitSyntax root) => root
        .DescendantTrivia(static node => node.ContainsDirectives)
        .Where(static trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia))
        .Select(static trivia => trivia.GetStructure())
        .OfType<PragmaWarningDirectiveTriviaSyntax>()
        .Where(static pragma => pragma.IsActive);

    private static TextSpan RegionOf(CompilationUnitSyntax root, PragmaWarningDirectiveTriviaSyntax pragma, List<PragmaWarningDirectiveTriviaSyntax> pragmas)
    {
        var end = pragmas.Find(other => other.SpanStart > pragma.SpanStart && other.ErrorCodes.Count == 0 && other.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword));
        return TextSpan.FromBounds(pragma.Span.End, end?.SpanStart ?? root.FullSpan.End);
    }

    private static PlacedFinding Silenced(Compilation compilation, Location place, string how, string rule)
    {
        var policy = PolicyReader.Read(compilation.Assembly);
        var todo = Waivable.IsOfShape(rule) ? $"{rule}, though nothing can be generated while it speaks: remove it and mend what the rule says"
            : Waivable.IsOfWaivers(rule) ? $"{rule}, which is about exceptions themselves: remove it and mend what the rule says"
            : Waivable.LacksLeave(rule, policy) ? $"{rule}, which can't be waived without the policy's leave: remove it and mend what the rule says, or let the policy say [AllowWaiver(\"{rule}\")]"
            : $"{rule} where nobody sees who allowed it: put [Waive(\"{rule}\", Because = …, By = …, Until = …)] on the SOP or step in its place";
        return new(Id, place, $"{how} silences {todo}", Waivable.IsNever(rule) || Waivable.LacksLeave(rule, policy) ? null : new(FixNames.WaiveInstead, rule));
    }

    private static ExpressionSyntax? CheckId(AttributeSyntax attribute)
    {
        var positional = attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList() ?? [];
        return (positional.Find(argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ?? positional.ElementAtOrDefault(1))?.Expression;
    }

    private static bool IsSuppression(INamedTypeSymbol? type) =>
        type is { Name: "SuppressMessageAttribute" or "UnconditionalSuppressMessageAttribute" }
        && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis";
}
