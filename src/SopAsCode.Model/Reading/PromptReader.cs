using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SopAsCode.Model;

/// <summary>Cuts a prompt into text and placeholders, and finds what the placeholders name.</summary>
internal static class PromptReader
{
    /// <summary>Reads the prompt of a method.</summary>
    public static PromptModel Read(string text, IMethodSymbol method, Site site)
    {
        List<PromptPart> parts = [];
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isDoubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is '{' or '}' && isDoubled)
            {
                literal.Append(text[i++]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                Flush();
                parts.Add(Placeholder(text.Substring(i + 1, end - i - 1), method));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        Flush();
        return new(text, parts.ToEquatableArray(), site);

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new(PromptPartKind.Text, literal.ToString()));
                literal.Clear();
            }
        }
    }

    private static PromptPart Placeholder(string path, IMethodSymbol method)
    {
        var names = path.Trim().Split('.');
        var parameter = method.Parameters.FirstOrDefault(candidate => candidate.Name == names[0]);
        if (parameter is null || MethodReader.Parameter(parameter).Role != ParameterRole.Value)
        {
            return new(PromptPartKind.Unknown, "{" + path + "}", path);
        }

        var type = parameter.Type;
        var expression = new StringBuilder(Identifier(names[0]));
        foreach (var name in names.Skip(1))
        {
            expression.Append(CanBeNull(type) ? "?." : ".").Append(Identifier(name));
            if (DataReader.PropertiesOf(DataReader.Bare(type)).FirstOrDefault(candidate => candidate.Name == name) is not { } property)
            {
                return new(PromptPartKind.Unknown, "{" + path + "}", path);
            }

            type = property.Type;
        }

        var bare = DataReader.Bare(type);
        return DataReader.IsScalar(bare)
            ? new(PromptPartKind.Scalar, expression.ToString(), path.Trim())
            : new(PromptPartKind.Json, expression.ToString(), path.Trim(), TypeNames.Use(bare));
    }

    // Types from code without nullable annotations may be null too.
    private static bool CanBeNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
        || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
