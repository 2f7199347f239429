using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Definitions;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>What a text says changes no machine: the SOP that says everything, with the same odd end behind each of its texts.</summary>
public class WhateverTextsSay
{
    private static readonly IReadOnlyList<string> Usual = Ways(WholeLanguage.Project);

    public static TheoryData<string> Ends =>
    [
        new string('x', 10_000),
        string.Concat(Enumerable.Repeat("word ", 2_000)),
        "\n```\nnever closed",
        "\n~~~ md\n# A heading",
        "<script>alert(1)</script> <!-- and",
        "{{ site.title }} {% raw %}",
        "{claim.",
        "\t- [ ] a tab",
        "\u200F\u202Eright to left",
        "\"\"\" \\ */ // #if {0}",
        "\r\n| a | b |\r\n| - |\u2028next",
        "\U0001F600 \0 \u0001",
    ];

    [Theory]
    [MemberData(nameof(Ends))]
    public void No_machine_changes(string end)
    {
        var project = WholeLanguage.After(new OddEnds(end));
        Assert.NotEqual(WholeLanguage.Project.Sources, project.Sources);
        Assert.Equal(Usual, Ways(project));
    }

    [Fact]
    public Task The_code_stays_clean() => GeneratedCode.AssertCleanAsync(GeneratorRun.Of(WholeLanguage.After(new OddEnds(string.Join(" and ", Ends.Select(end => end.Data))))));

    // Who goes where.
    private static IReadOnlyList<string> Ways(SopProject project)
    {
        using var assembly = EmittedAssembly.Of(GeneratorRun.Of(project).Output);
        return [.. assembly.Get<SopCatalogue>("Shop.ShopSops", "Instance").Entries.Select(entry => entry.Definition)
            .SelectMany(sop => sop.Transitions.Select(way => $"{sop.Class}: {way.From} {way.Trigger} {way.To} {way.BoundedEntry} {way.Behind}")).Order(StringComparer.Ordinal)];
    }

    // The title of an SOP is also its name, and what is no prose is a date, an address, a version or a role.
    private sealed class OddEnds(string end) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node.Name.ToString() is "Sop" or "Trigger" or "OfficeHours" ? node : base.VisitAttribute(node);

        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
            node.IsKind(SyntaxKind.StringLiteralExpression) && node.Parent is AttributeArgumentSyntax argument && argument.NameEquals?.Name.Identifier.ValueText is not ("Moves" or "Cron") && node.Token.ValueText.Contains(' ', StringComparison.Ordinal)
                ? SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal($"{node.Token.ValueText} {end}"))
                : node;
    }
}
