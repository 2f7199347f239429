using SopAsCode.Model.Values;

namespace SopAsCode.Generators.Tests.Caching;

/// <summary>A model is cached as long as its arrays are equal.</summary>
public sealed class EquatableArrayTests
{
    [Fact]
    public void Arrays_are_equal_by_their_elements()
    {
        EquatableArray<string> one = ["a", "b"];
        EquatableArray<string> same = ["a", "b"];
        Assert.True(one == same);
        Assert.False(one != same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Theory]
    [InlineData("a,c")]
    [InlineData("b,a")]
    [InlineData("a")]
    [InlineData("a,b,c")]
    public void Others_are_not(string other)
    {
        EquatableArray<string> one = ["a", "b"];
        var another = other.Split(',').ToEquatableArray();
        Assert.False(one == another);
        Assert.True(one != another);
        Assert.False(one.Equals((object)another));
        Assert.NotEqual(one.GetHashCode(), another.GetHashCode());
        Assert.False(one.Equals("a,b"));
    }

    [Fact]
    public void No_array_is_an_empty_one()
    {
        EquatableArray<string> none = default;
        Assert.True(none == []);
        Assert.Empty(none);
        Assert.Empty(none.ToList());
        Assert.False(none.Any() || none.Any(_ => true));
        Assert.True(none.All(_ => false));
        Assert.Null(none.FirstOrDefault(_ => true));
        Assert.Empty(none.Where(_ => true));
        Assert.Empty(none.Select(item => item.Length));
        Assert.Empty(none.SelectMany(item => item));
        Assert.Empty(((System.Collections.IEnumerable)none).Cast<string>());
        Assert.Equal(none.GetHashCode(), new EquatableArray<string>().GetHashCode());
        Assert.Throws<ArgumentOutOfRangeException>(() => default(EquatableArray<string>)[0]);
    }

    [Fact]
    public void All_elements_come_in_their_order()
    {
        EquatableArray<string> two = ["a", "b"];
        Assert.Equal(2, two.Count);
        Assert.Equal("b", two[1]);
        Assert.Equal(["a", "b"], two.Select(item => item));
        Assert.Equal(['a', 'b'], two.SelectMany(item => item));
        Assert.Equal(["b"], two.Where(item => item != "a"));
        Assert.Equal("b", two.FirstOrDefault(item => item != "a"));
        Assert.Null(two.FirstOrDefault(item => item == "c"));
        Assert.True(two.Any() && two.Any(item => item == "b") && two.All(item => item.Length == 1));
        Assert.False(two.Any(item => item == "c") || two.All(item => item == "a"));
        Assert.Equal(["a", "b"], ((System.Collections.IEnumerable)two).Cast<string>());
        List<string> all = [];
        foreach (var item in two)
        {
            all.Add(item);
        }

        Assert.Equal(["a", "b"], all);
    }
}
