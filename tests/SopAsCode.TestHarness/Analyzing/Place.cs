using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.TestHarness;

/// <summary>Where something was reported.</summary>
/// <param name="File">The file inside the project; a whole path for generated code, empty for nowhere.</param>
/// <param name="Span">The span.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Text">What stands there.</param>
public sealed record Place(string File, TextSpan Span, int Line, string Text)
{
    /// <summary>The place that a location means.</summary>
    /// <param name="location">The location.</param>
    /// <returns>The place.</returns>
    public static Place Of(Location location) => new(
        ProjectOptions.NameOf(location.GetLineSpan().Path),
        location.SourceSpan,
        location.GetLineSpan().StartLinePosition.Line + 1,
        location.SourceTree?.GetText().ToString(location.SourceSpan) ?? "");

    /// <summary>File, line and text.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => File.Length == 0 ? "nowhere" : $"{File}:{Line} '{Text.Split('\n')[0].Trim()}'";
}
