using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Generators.Tests.Harness;

public class MarkupTests
{
    [Fact]
    public void A_mark_expects_a_finding_where_it_stands()
    {
        var markup = Markup.Parse("A.cs", "one {|SOP0003:two|} three");

        Assert.Equal("one two three", markup.Source);
        Assert.Equal(new Mark("SOP0003", "A.cs", new TextSpan(4, 3)), Assert.Single(markup.Marks));
    }

    [Fact]
    public void Marks_stand_side_by_side_and_inside_each_other()
    {
        var markup = Markup.Parse("A.cs", "{|SOP0001:a|}{|SOP0002:b{|SOP0003:c|}|}");

        Assert.Equal("abc", markup.Source);
        Assert.Equal(
            [("SOP0001", new TextSpan(0, 1)), ("SOP0002", new TextSpan(1, 2)), ("SOP0003", new TextSpan(2, 1))],
            markup.Marks.Select(mark => (mark.Name, mark.Span)));
    }

    [Fact]
    public void One_mark_does_several_things_at_once()
    {
        var markup = Markup.Parse("A.cs", "{|SOP0001,SOP0002,#0:a|}");

        Assert.Equal(
            [("SOP0001", false), ("SOP0002", false), ("#0", true)],
            markup.Marks.Select(mark => (mark.Name, mark.IsNumbered)));
    }

    [Theory]
    [InlineData("var x = y is { A: 1 } | z; // |} { | }")]
    [InlineData("{|not a mark:|}")]
    public void Code_that_looks_a_little_like_a_mark_stays(string source) => Assert.Equal(source, Markup.Parse("A.cs", source).Source);

    [Fact]
    public void A_mark_that_is_not_closed_is_a_mistake() => Assert.Throws<FormatException>(() => Markup.Parse("A.cs", "{|SOP0001:a"));
}
