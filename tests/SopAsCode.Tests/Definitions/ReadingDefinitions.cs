using SopAsCode.Definitions;
using SopAsCode.Tests.Sops;

namespace SopAsCode.Tests.Definitions;

/// <summary>What reading a definition from JSON accepts, and what it says where it does not.</summary>
public class ReadingDefinitions
{
    private static readonly string Json = Plain.Definition.ToJson();

    [Fact]
    public void It_is_read_once() => Assert.Same(Plain.Definition, Plain.Definition);

    [Fact]
    public void What_a_newer_version_added_is_left_aside()
    {
        var newer = Json.Replace("\"id\":\"plain\",", "\"mood\":[{\"good\":true}],\"id\":\"plain\",", StringComparison.Ordinal);
        Assert.NotEqual(Json, newer);
        Assert.Equal(Plain.Definition, SopDefinition.Parse(newer));
    }

    [Fact]
    public void What_is_not_stated_has_its_default()
    {
        var definition = SopDefinition.Parse("""{"id":"x","title":"X","class":"X","steps":[{"name":"A","title":"A","kind":"Human"}],"states":["A"],"transitions":[]}""");
        Assert.Equal((Stage.Active, null, false), (definition.Stage, definition.Owner, definition.IsOnePersonTeam));
        Assert.Empty(definition.Metrics);
        Assert.Empty(definition.Remarks.Notes);
        Assert.Same(Remarks.None, definition.Steps[0].Remarks);
        Assert.Empty(definition.Steps[0].Access);
    }

    [Theory]
    [InlineData("\"id\":\"plain\",", "", "'id'")]
    [InlineData("\"id\":\"plain\"", "\"id\":null", "id")]
    [InlineData("\"id\":\"plain\"", "\"Id\":\"plain\"", "'id'")]
    [InlineData("\"id\":\"plain\"", "\"id\":\"plain\",\"id\":\"other\"", "id")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Robot\"", "StepKind. Path: $.steps[1].kind")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":0", "StepKind")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"human\"", "StepKind")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"due\":\"2 hours\"", "duration")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"due\":\"PT\"", "duration")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"due\":\"P2H\"", "duration")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"due\":\"PT1M2H\"", "duration")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"access\":[{\"tool\":{\"type\":\"A\",\"title\":\"A\"},\"kind\":\"Write\",\"impact\":[\"Moon\"]}]", "Impact")]
    [InlineData("\"kind\":\"Human\"", "\"kind\":\"Human\",\"access\":[{\"tool\":{\"type\":\"A\",\"title\":\"A\"},\"kind\":\"Write\",\"impact\":\"Money\"}]", "Impacts are a list")]
    public void What_is_wrong_is_said(string before, string after, string said)
    {
        Assert.Contains(before, Json, StringComparison.Ordinal);
        var error = Assert.Throws<FormatException>(() => SopDefinition.Parse(Json.Replace(before, after, StringComparison.Ordinal)));
        Assert.StartsWith("This is no definition of an SOP that this version of SopAsCode can read. If a newer version wrote it, use that version here.", error.Message, StringComparison.Ordinal);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"plain\"")]
    public void What_is_no_definition_at_all_is_said(string json) =>
        Assert.StartsWith("This is no definition of an SOP", Assert.Throws<FormatException>(() => SopDefinition.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("P14D", 14, 0, 0)]
    [InlineData("PT2H30M", 0, 2, 30)]
    [InlineData("P1DT1M", 1, 0, 1)]
    public void A_duration_is_days_hours_and_minutes(string text, int days, int hours, int minutes)
    {
        var json = Json.Replace("\"kind\":\"Human\"", $"\"kind\":\"Human\",\"due\":\"{text}\"", StringComparison.Ordinal);
        Assert.Equal(new TimeSpan(days, hours, minutes, 0), SopDefinition.Parse(json).Steps[1].Due);
    }

    [Fact]
    public void Definitions_that_say_the_same_are_equal()
    {
        var again = SopDefinition.Parse(Json);
        Assert.NotSame(Plain.Definition, again);
        Assert.Equal(Plain.Definition, again);
        Assert.Equal(Plain.Definition.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(Plain.Definition, again with { Steps = [.. again.Steps.Reverse()] });
        Assert.NotEqual(Plain.Definition, again with { Steps = [again.Steps[0] with { Checklists = [new() { Items = ["One more"] }] }, .. again.Steps.Skip(1)] });
        Assert.Equal(new Remarks { Notes = ["a", "b"] }, new Remarks { Notes = new List<string> { "a", "b" } });
    }

    [Fact]
    public void A_list_of_a_definition_does_not_change_with_the_list_it_was_made_of()
    {
        List<string> notes = ["a"];
        var remarks = new Remarks { Notes = notes };
        notes.Add("b");
        Assert.Equal(["a"], remarks.Notes);
    }
}
