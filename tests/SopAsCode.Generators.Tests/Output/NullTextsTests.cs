using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Output;

/// <summary>A text that is null says as much as one that is empty: the SOP that says everything, with nothing in its texts.</summary>
public class NullTextsTests
{
    [Fact]
    public void A_text_that_is_null_is_an_empty_one()
    {
        var empty = GeneratorRun.Of(WholeLanguage.After(new Texts("\"\""))).Files;
        var none = GeneratorRun.Of(WholeLanguage.After(new Texts("null!"))).Files;
        Assert.Equal(empty.Keys, none.Keys);
        Assert.Equal("", string.Join("\n", empty.SelectMany(file => file.Value.Split('\n').Zip(none[file.Key].Split('\n')).Where(lines => lines.First != lines.Second).Select(lines => $"{file.Key}: {lines.First} | {lines.Second}"))));
        Assert.NotEqual(GeneratorRun.Of(WholeLanguage.Project).Files, empty);
    }

    private sealed class Texts(string text) : CSharpSyntaxRewriter
    {
        // Of these null says that there is none.
        public override SyntaxNode? VisitAttribute(AttributeSyntax node) => node.Name.ToString() is "OfficeHours" or "Model" or "Provider" or "TitlePattern" ? node : base.VisitAttribute(node);

        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) =>
            node.IsKind(SyntaxKind.StringLiteralExpression) && node.Parent is AttributeArgumentSyntax { NameEquals: null } ? SyntaxFactory.ParseExpression(text).WithTriviaFrom(node) : node;
    }
}
