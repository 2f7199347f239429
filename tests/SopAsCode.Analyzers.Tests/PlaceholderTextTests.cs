using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers.Tests;

public class PlaceholderTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("TBD")]
    [InlineData("tbd.")]
    [InlineData(" Todo ")]
    [InlineData("TODO: say who")]
    [InlineData("n/a")]
    [InlineData("...")]
    [InlineData("?")]
    [InlineData("TBC")]
    [InlineData("TBD: ask Ana")]
    [InlineData("NA")]
    [InlineData("none")]
    [InlineData("XXX!")]
    [InlineData("-")]
    [InlineData("…")]
    public void Says_nothing(string? text) => Assert.True(PlaceholderText.Is(text));

    [Theory]
    [InlineData("Answer tickets")]
    [InlineData("No")]
    [InlineData("Keep the todo list short")]
    [InlineData("5")]
    public void Says_something(string text) => Assert.False(PlaceholderText.Is(text));
}
