using System.Text.RegularExpressions;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>A placeholder that lost one of its braces, so that it reaches the reader as text.</summary>
/// <param name="Text">It, with the brace that is there.</param>
/// <param name="Path">What it names.</param>
internal sealed record TornPlaceholder(string Text, string Path)
{
    // No name of a property is longer.
    private const int Longest = 200;
    private const string Named = "(?<path>[\\p{L}_]\\w*(\\.[\\p{L}_]\\w*)*)";

    private static readonly Regex Opened = Of("^\\{\\s*" + Named);
    private static readonly Regex Closed = Of(Named + "\\s*\\}$");

    /// <summary>Those of a text that name a parameter. A brace beside anything else is text, as in an example of code.</summary>
    public static IEnumerable<TornPlaceholder> In(string text, EquatableArray<ParameterModel> parameters)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                i++;
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                i = end;
            }
            else if (Around(text, i) is { Success: true } torn && Names(torn.Groups["path"].Value, parameters))
            {
                yield return new(torn.Value, torn.Groups["path"].Value);
            }
        }
    }

    private static Match Around(string text, int brace) => text[brace] == '{'
        ? Opened.Match(text.Substring(brace, Math.Min(Longest, text.Length - brace)))
        : Closed.Match(text.Substring(Math.Max(0, brace - Longest), Math.Min(Longest, brace) + 1));

    private static Regex Of(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static bool Names(string path, EquatableArray<ParameterModel> parameters) =>
        path.Split('.')[0] is var name && parameters.Any(parameter => parameter.Role == ParameterRole.Value && parameter.Name == name);
}
