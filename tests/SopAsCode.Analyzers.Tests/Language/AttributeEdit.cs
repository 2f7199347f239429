using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>One attribute in the text of a source, left out or with another value in one place.</summary>
internal static class AttributeEdit
{
    /// <summary>The change.</summary>
    /// <param name="node">The attribute as written.</param>
    /// <param name="attribute">What it is.</param>
    /// <param name="member">The type parameter, constructor parameter or property; empty to leave the attribute out.</param>
    /// <param name="value">The other value; null for one that fits.</param>
    /// <returns>The change in the text.</returns>
    public static TextChange Of(AttributeSyntax node, Type attribute, string member, string? value)
    {
        if (member.Length == 0)
        {
            return LeaveOut(node);
        }

        if (attribute.GetGenericArguments().FirstOrDefault(argument => argument.Name == member) is { } parameter)
        {
            var type = ((GenericNameSyntax)node.Name).TypeArgumentList.Arguments[parameter.GenericParameterPosition];
            return new(type.Span, value ?? OtherType(type.ToString(), parameter.GetGenericParameterConstraints()[0].Name));
        }

        if (attribute.GetProperty(member) is { SetMethod.IsPublic: true } property)
        {
            var written = node.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == member);
            return written is null
                ? Add(node, $"{member} = {value ?? Other(null, property.PropertyType)}")
                : new(written.Expression.Span, value ?? Other(written.Expression, property.PropertyType));
        }

        var place = attribute.GetConstructors().SelectMany(constructor => constructor.GetParameters()).First(candidate => candidate.Name == member);
        var positional = node.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(place.Position);
        return positional is null
            ? Add(node, $"{member}: {value ?? Other(null, place.ParameterType)}")
            : new(positional.Expression.Span, value ?? Other(positional.Expression, place.ParameterType));
    }

    private static TextChange LeaveOut(AttributeSyntax node)
    {
        var list = (AttributeListSyntax)node.Parent!;
        if (list.Attributes.Count == 1)
        {
            return new(list.Span, "");
        }

        var at = list.Attributes.IndexOf(node);
        return at == 0
            ? new(TextSpan.FromBounds(node.SpanStart, list.Attributes[1].SpanStart), "")
            : new(TextSpan.FromBounds(list.Attributes[at - 1].Span.End, node.Span.End), "");
    }

    // Positional arguments stand in front of named ones.
    private static TextChange Add(AttributeSyntax node, string argument) => node.ArgumentList switch
    {
        null => new(new(node.Span.End, 0), $"({argument})"),
        { Arguments.Count: 0 } empty => new(empty.Span, $"({argument})"),
        { } list when argument.Contains('=', StringComparison.Ordinal) => new(new(list.CloseParenToken.SpanStart, 0), ", " + argument),
        { } list => new(new(list.OpenParenToken.Span.End, 0), argument + ", "),
    };

    private static string OtherType(string written, string kind) => kind switch
    {
        nameof(Role) => written == "Founder" ? "Finance" : "Founder",
        nameof(Agent) => written == "Assessor" ? "Writer" : "Assessor",
        nameof(Tool) => written == "Bank" ? "Website" : "Bank",
        nameof(ValueStream) => "Returning",
        nameof(Policy) => "OldPolicy",
        nameof(Sop) => written == "Chargebacks" ? "TellCustomer" : "Chargebacks",
        _ => throw new InvalidOperationException($"No other type is known for {kind}."),
    };

    private static string Other(ExpressionSyntax? written, Type type)
    {
        if (type == typeof(bool))
        {
            return written?.ToString() == "true" ? "false" : "true";
        }

        if (type == typeof(int) || type == typeof(double))
        {
            return written is null ? "2" : (double.Parse(written.ToString(), CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        }

        if (type.IsEnum)
        {
            return $"{type.Name}.{Enum.GetNames(type).Last(name => written?.ToString() != $"{type.Name}.{name}" && name != "None")}";
        }

        if (type == typeof(Type))
        {
            return written?.ToString() == "typeof(Founder)" ? "typeof(Finance)" : "typeof(Founder)";
        }

        var text = (written as LiteralExpressionSyntax)?.Token.ValueText;
        return text is not null && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? $"\"{day.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\""
            : $"\"Something else: {text?.Replace("\"", "", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}\"";
    }
}
