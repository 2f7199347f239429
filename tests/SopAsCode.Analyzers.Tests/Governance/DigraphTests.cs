using SopAsCode.Model.Flow;

namespace SopAsCode.Analyzers.Tests;

public class DigraphTests
{
    [Fact]
    public void Knots_come_by_their_first_node_each_in_order() => Assert.Equal(
        ["1,4", "2,3", "5"],
        Digraph.Cycles(7, node => node switch { 0 => [4, 3, 6], 1 => [4], 2 => [3], 3 => [2], 4 => [1, 5], 5 => [5], _ => Array.Empty<int>() }).Select(knot => string.Join(',', knot)));
}
