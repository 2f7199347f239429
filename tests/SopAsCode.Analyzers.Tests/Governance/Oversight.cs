using System.Text.RegularExpressions;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What the tests of the rules about oversight share.</summary>
internal static partial class Oversight
{
    /// <summary>A source without the marks that say where findings are.</summary>
    public static string Unmarked(string source) => Mark().Replace(source, "${text}");

    /// <summary>The SOP of <see cref="Govern.Sop"/>, at another stage of its life.</summary>
    public static string At(string stage, string source) =>
        source.Replace("[Sop(\"Answer a ticket\")]", $"[Sop(\"Answer a ticket\", Stage = Stage.{stage})]", StringComparison.Ordinal);

    /// <summary>A policy in a file of its own.</summary>
    public static SopProject WithPolicy(this SopProject project, string attributes) => project.With("Policy.cs", $"{attributes}\npublic sealed class HousePolicy : Policy;");

    /// <summary>The project may be in the middle of an edit.</summary>
    public static SopProject HalfTyped(string source) => SopProject.Of(source).ThatDoesNotCompile();

    /// <summary>What stands at the other places of a finding.</summary>
    public static IEnumerable<string> AlsoText(this ReportedFinding finding) => finding.RelatedPlaces.Select(place => place.Text);

    [GeneratedRegex(@"\{\|SOP\d+:(?<text>.*?)\|\}", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Mark();
}
