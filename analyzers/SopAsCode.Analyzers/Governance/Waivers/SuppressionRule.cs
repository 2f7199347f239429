using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP1106: a rule is silenced by a pragma or an attribute, in place of a waiver. No type declares these, so they are checked where they are written.</summary>
internal sealed class SuppressionRule(Compilation compilation, Profile profile)
{
    public const string Id = "SOP1106";

    /// <summary>Checks the pragmas of a file.</summary>
    public void CheckPragmas(SyntaxTreeAnalysisContext context)
    {
        if (SopSymbols.IsOwnOutput(context.Tree)
            || profile.Of(WaiversRules.Suppression) is not { } severity
            || context.Tree.GetRoot(context.CancellationToken) is not CompilationUnitSyntax { ContainsDirectives: true } root)
        {
            return;
        }

        var pragmas = Pragmas(root).ToList();
        foreach (var pragma in pragmas.Where(pragma => pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)))
        {
            foreach (var code in pragma.ErrorCodes.OfType<IdentifierNameSyntax>().Where(code => Rules.Has(code.Identifier.ValueText)))
            {
                context.ReportDiagnostic(Silenced(code.GetLocation(), severity, "#pragma", code.Identifier.ValueText));
            }

            if (pragma.ErrorCodes.Count == 0 && FirstSop(root, pragma, pragmas) is { } sop)
            {
                context.ReportDiagnostic(Say(
                    pragma.GetLocation(), severity, $"#pragma without ids silences every rule for SOP '{sop.Identifier.ValueText}': name the ids it is meant for, and put [Waive] on the SOP for those of SOPs"));
            }
        }
    }

    /// <summary>Checks an attribute list for <c>[SuppressMessage]</c>.</summary>
    public void CheckAttributes(SyntaxNodeAnalysisContext context)
    {
        foreach (var attribute in ((AttributeListSyntax)context.Node).Attributes.Where(IsNamedLikeIt))
        {
            if (CheckId(attribute) is { } check
                && context.SemanticModel.GetConstantValue(check, context.CancellationToken).Value is string text
                && text.Split(':')[0].Trim() is var rule
                && Rules.Has(rule)
                && IsSuppression(context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType)
                && profile.Of(WaiversRules.Suppression) is { } severity)
            {
                context.ReportDiagnostic(Silenced(check.GetLocation(), severity, "[SuppressMessage]", rule));
            }
        }
    }

    private static IEnumerable<PragmaWarningDirectiveTriviaSyntax> Pragmas(CompilationUnitSyntax root)
    {
        for (var directive = root.GetFirstDirective(IsPragma); directive is not null; directive = directive.GetNextDirective(IsPragma))
        {
            yield return (PragmaWarningDirectiveTriviaSyntax)directive;
        }

        static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true };
    }

    // A pragma for everything is about an SOP when one stands between it and its end.
    private static ClassDeclarationSyntax? FirstSop(CompilationUnitSyntax root, PragmaWarningDirectiveTriviaSyntax pragma, List<PragmaWarningDirectiveTriviaSyntax> pragmas)
    {
        var end = pragmas.Find(other => other.SpanStart > pragma.SpanStart && other.ErrorCodes.Count == 0 && other.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword));
        return root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<ClassDeclarationSyntax>()
            .FirstOrDefault(type =>
                type.Identifier.SpanStart > pragma.SpanStart
                && (end is null || type.Identifier.SpanStart < end.SpanStart)
                && type.AttributeLists.Any(list => list.Attributes.Any(attribute => NameOf(attribute) is "Sop" or "SopAttribute")));
    }

    private Diagnostic Silenced(Location place, DiagnosticSeverity severity, string how, string rule)
    {
        var policy = PolicyReader.Read(compilation.Assembly);
        var todo = Waivable.IsOfShape(rule) ? $"{rule}, though nothing can be generated while it speaks: take this away and mend what the rule says"
            : Waivable.IsOfWaivers(rule) ? $"{rule}, which is about exceptions themselves: take this away and mend what the rule says"
            : Waivable.LacksLeave(rule, policy) ? $"{rule}, which can't be waived without the policy's leave: take this away and mend what the rule says, or have the policy say [AllowWaiver(\"{rule}\")] and put [Waive(\"{rule}\", …)] on the SOP or step"
            : $"{rule} where nobody sees who allowed it, why and until when: put [Waive(\"{rule}\", Because = …, By = …, Until = …)] on the SOP or step in its place";
        return Say(place, severity, $"{how} silences {todo}", Waivable.IsNever(rule) || Waivable.LacksLeave(rule, policy) ? null : new(FixNames.WaiveInstead, rule));
    }

    private static Diagnostic Say(Location place, DiagnosticSeverity severity, string message, Fix? fix = null) =>
        Diagnostic.Create(WaiversRules.Suppression, place, severity, additionalLocations: null, Findings.Properties(fix), message);

    // Most attributes are none of these: only those that look like one are bound.
    private static bool IsNamedLikeIt(AttributeSyntax attribute) =>
        NameOf(attribute) is "SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute";

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static ExpressionSyntax? CheckId(AttributeSyntax attribute)
    {
        var positional = attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList() ?? [];
        return (positional.Find(argument => argument.NameColon?.Name.Identifier.ValueText == "checkId") ?? positional.ElementAtOrDefault(1))?.Expression;
    }

    private static bool IsSuppression(INamedTypeSymbol? type) =>
        type is { Name: "SuppressMessageAttribute" or "UnconditionalSuppressMessageAttribute" }
        && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis";
}
