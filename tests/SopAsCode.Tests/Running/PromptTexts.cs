using System.Globalization;
using SopAsCode.Runtime;

namespace SopAsCode.Tests.Running;

public class PromptTexts
{
    [Fact]
    public void Values_render_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var text = new PromptText()
                .Add(1234.5m).Add(" ").Add(new DateOnly(2026, 11, 2)).Add(" ").Add(new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero)).Add(" ")
                .Add(TimeSpan.FromHours(25)).Add(" ").Add(DayOfWeek.Monday).Add(" ").Add(true).ToString();
            Assert.Equal("1234.5 2026-11-02 2026-11-02T08:00:00.0000000+00:00 1.01:00:00 Monday true", text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Null_renders_as_nothing() =>
        Assert.Equal("[]", new PromptText().Add("[").Add((string?)null).Add((IFormattable?)null).Add((bool?)null).AddJson<string?>(null, (_, _) => { }).Add("]").ToString());
}
