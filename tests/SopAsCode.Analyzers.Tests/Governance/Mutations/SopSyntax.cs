using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>Finds attributes and their arguments in source, and says which piece of text to change to take them away or alter them.</summary>
internal static class SopSyntax
{
    /// <summary>The attributes of these names.</summary>
    public static IEnumerable<AttributeSyntax> Find(MemberDeclarationSyntax member, params string[] names) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => names.Contains(NameOf(attribute), StringComparer.Ordinal));

    /// <summary>The name without type arguments: <c>Owner</c>.</summary>
    public static string NameOf(AttributeSyntax attribute) => ((SimpleNameSyntax)attribute.Name).Identifier.ValueText;

    /// <summary>A type argument as written.</summary>
    public static string TypeOf(AttributeSyntax attribute, int index = 0) => ((GenericNameSyntax)attribute.Name).TypeArgumentList.Arguments[index].ToString();

    /// <summary>A named argument.</summary>
    public static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>An argument by place.</summary>
    public static AttributeArgumentSyntax? Unnamed(AttributeSyntax attribute, int index = 0) =>
        attribute.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(index);

    /// <summary>Takes attributes away, and the brackets that become empty.</summary>
    public static IEnumerable<TextChange> Without(IEnumerable<AttributeSyntax> attributes) => attributes
        .GroupBy(attribute => (AttributeListSyntax)attribute.Parent!)
        .Select(gone => gone.Key.Attributes.Except(gone).ToList() is { Count: > 0 } left
            ? new TextChange(gone.Key.Attributes.Span, string.Join(", ", left))
            : new TextChange(TextSpan.FromBounds(gone.Key.SpanStart, gone.Key.GetLastToken().FullSpan.End), ""));

    /// <summary>Takes named arguments away.</summary>
    public static TextChange Without(AttributeSyntax attribute, params string[] names)
    {
        var left = attribute.ArgumentList!.Arguments.Where(argument => !names.Contains(argument.NameEquals?.Name.Identifier.ValueText, StringComparer.Ordinal)).ToList();
        return new(attribute.ArgumentList.Span, left.Count == 0 ? "" : $"({string.Join(", ", left)})");
    }

    /// <summary>Gives a named argument this value.</summary>
    public static TextChange Set(AttributeSyntax attribute, string name, string value) => Named(attribute, name) is { } argument
        ? new(argument.Expression.Span, value)
        : attribute.ArgumentList is { } list ? new(new(list.CloseParenToken.SpanStart, 0), $", {name} = {value}")
        : new(new(attribute.Span.End, 0), $"({name} = {value})");

    /// <summary>Gives an attribute another type argument.</summary>
    public static TextChange SetType(AttributeSyntax attribute, string type) => new(((GenericNameSyntax)attribute.Name).TypeArgumentList.Arguments[0].Span, type);

    /// <summary>Adds an attribute behind the others of a method.</summary>
    public static TextChange Add(MethodDeclarationSyntax method, string attribute) => new(new(method.Modifiers[0].SpanStart, 0), $"{attribute}\n    ");

    /// <summary>All <c>nameof</c> of a method, attributes of these members left out.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Names(SyntaxNode root, string method, params SyntaxNode[] but) => root.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Where(call => call.Expression.ToString() == "nameof" && call.ArgumentList.Arguments[0].ToString() == method && !call.Ancestors().Any(but.Contains));
}
