using System.Collections.Immutable;
using System.Globalization;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>Proof that what is generated depends on the files alone: not on their order, not on the culture of the machine.</summary>
public static class Determinism
{
    /// <summary>Generates in several orders and cultures, and fails when a byte differs.</summary>
    /// <param name="project">The project.</param>
    /// <param name="tooling">What runs; the product when null.</param>
    public static void AssertSame(SopProject project, Tooling? tooling = null)
    {
        var expected = Generate(project, "en-US", tooling);
        Assert.False(expected.IsEmpty, "Nothing was generated, so there is nothing to compare.");
        foreach (var (name, ordered) in OrdersOf(project))
        {
            AssertEqual(expected, Generate(ordered, "en-US", tooling), name);
        }

        foreach (var culture in new[] { "tr-TR", "de-DE", "ar-SA", "" })
        {
            AssertEqual(expected, Generate(project, culture, tooling), $"culture '{culture}'");
        }
    }

    /// <summary>Does something under a culture.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="culture">The culture.</param>
    /// <param name="work">What is done.</param>
    /// <returns>What comes of it.</returns>
    public static T Under<T>(string culture, Func<T> work)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static ImmutableSortedDictionary<string, string> Generate(SopProject project, string culture, Tooling? tooling) =>
        Under(culture, () => GeneratorRun.Of(project, tooling).Files);

    private static IEnumerable<(string Name, SopProject Project)> OrdersOf(SopProject project)
    {
        yield return ("files in reverse", project with { Sources = [.. project.Sources.Reverse()], AdditionalFiles = [.. project.AdditionalFiles.Reverse()] });
        yield return ("files by name", project with { Sources = [.. project.Sources.OrderBy(file => file.Name, StringComparer.Ordinal)] });

        // Not each file once in front: that would take a time that grows with the square of the project.
        for (var i = 1; i < project.Sources.Length; i += 1 + (project.Sources.Length / 6))
        {
            yield return ($"files from number {i + 1}", project with { Sources = [.. project.Sources.Skip(i), .. project.Sources.Take(i)] });
        }
    }

    private static void AssertEqual(ImmutableSortedDictionary<string, string> expected, ImmutableSortedDictionary<string, string> actual, string what)
    {
        Assert.True(
            expected.Keys.SequenceEqual(actual.Keys, StringComparer.Ordinal),
            $"With {what} other files are generated: {string.Join(", ", actual.Keys)}. Expected: {string.Join(", ", expected.Keys)}.");
        foreach (var (name, text) in expected)
        {
            Assert.True(text == actual[name], $"With {what} '{name}' differs. {FirstDifference.Of(text, actual[name])}");
        }
    }
}
