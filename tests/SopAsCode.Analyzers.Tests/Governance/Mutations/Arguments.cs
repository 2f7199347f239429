using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>An argument of an attribute, taken away.</summary>
/// <param name="Kind">The attribute and the argument: <c>Metric.Baseline</c>.</param>
/// <param name="Subject">Where: <c>SupportTriage.ReviewReply</c>.</param>
/// <param name="Edited">The project without it.</param>
internal sealed record MissingArgument(string Kind, string Subject, SopProject Edited);

/// <summary>All named arguments of the attributes of an example, each taken away, with those that make no sense without it.</summary>
internal static class Arguments
{
    /// <summary>Each of them.</summary>
    public static IEnumerable<MissingArgument> Of(SopProject project) =>
        from source in project.Sources
        let root = CSharpSyntaxTree.ParseText(source.Text).GetCompilationUnitRoot()
        from argument in root.DescendantNodes().OfType<AttributeArgumentSyntax>()
        where argument.NameEquals is not null
        let attribute = (AttributeSyntax)argument.Parent!.Parent!
        let change = SopSyntax.Without(attribute, argument.NameEquals!.Name.Identifier.ValueText)
        select new MissingArgument(
            $"{Named(attribute)}.{argument.NameEquals!.Name.Identifier.ValueText}",
            Place(attribute),
            project.With(source.Name, SourceText.From(source.Text).WithChanges(change).ToString()));

    private static string Named(AttributeSyntax attribute) => attribute.Name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First(name => name.Parent is not TypeArgumentListSyntax).Identifier.ValueText;

    private static string Place(AttributeSyntax attribute) => string.Join('.', attribute.Ancestors()
        .Select(node => node switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            _ => null,
        })
        .OfType<string>()
        .Reverse()
        .DefaultIfEmpty(attribute.ToString()));
}
