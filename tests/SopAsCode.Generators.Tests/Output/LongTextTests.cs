namespace SopAsCode.Generators.Tests.Output;

/// <summary>Texts are written into builders that are used again. One that grew for a long text must not change what is written after it.</summary>
public class LongTextTests
{
    [Fact]
    public void A_writer_gives_what_was_written_whatever_was_written_before()
    {
        foreach (var length in new[] { 3, 40_000, 100_000, 3 })
        {
            var line = new string('x', length);
            var (outer, inner) = (new CodeWriter(), new CodeWriter());
            outer.Block("class A", () => outer.Write(line));
            inner.Write("// " + length);
            Assert.Equal($"// {length}\n", inner.Finish());
            Assert.Equal($"class A\n{{\n    {line}\n}}\n", outer.Finish());
        }
    }

    [Fact]
    public void Pages_of_one_thread_do_not_depend_on_each_other()
    {
        PageWriter small = new();
        small.Block("# A").Table(["One", "Two"], [["1", "2"]]);
        PageWriter large = new();
        large.Block(new string('y', 50_000));
        Assert.Equal("# A\n\n| One | Two |\n| --- | --- |\n| 1   | 2   |\n", small.Finish());
        Assert.Equal(50_001, large.Finish().Length);
        Assert.Equal("again\n", new PageWriter().Block("again").Finish());
    }
}
