namespace SopAsCode.Model;

/// <summary>SOP0007: a value is read that does not exist on every way to where it is read.</summary>
internal static class DefiniteValuesRule
{
    public const string Id = "SOP0007";

    public static IEnumerable<Finding> Check(FlowGraph graph)
    {
        foreach (var missing in DefiniteValues.Missing(graph))
        {
            var type = missing.Parameter.Type.Short;
            var makers = graph.Sop.Steps.Where(step => step.Method.Result?.Key == missing.Parameter.Type.Key).Select(step => $"'{step.Name}'").ToList();
            var why = makers.Count == 0 ? $"no step returns one and it is not the input" : $"{string.Join(" or ", makers)} makes one, but not on this way";
            yield return new(Id, missing.Site, $"'{missing.Reader}' asks for a '{type}' that does not exist on the way {graph.Print(missing.Path)}: {why}; make it '{type}?', or have it made before")
            {
                Also = missing.Path.Select(graph.StepOf).Where(step => step is not null).Select(step => step!.NameSite).ToEquatableArray(),
            };
        }
    }
}
