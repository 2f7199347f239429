using SopAsCode.Definitions;
using SopAsCode.Model.Language;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>The table of attributes and that of the kinds of step hold what the language declares, and nothing else.</summary>
public class AttributeTableTests
{
    private static readonly Type[] Attributes =
    [
        .. typeof(Sop).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type != typeof(SopSummaryAttribute)),
    ];

    public static TheoryData<string> Words => [.. Attributes.Select(NameOf).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_attribute_has_one_row_and_every_row_an_attribute() => Assert.Equal(
        Attributes.Select(NameOf).Order(StringComparer.Ordinal),
        AttributeTable.All.Select(row => row.Word).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Words))]
    public void An_attribute_is_read_wherever_the_compiler_lets_it_stand(string word)
    {
        var allowed = Attributes.Single(type => NameOf(type) == word).GetCustomAttributes(typeof(AttributeUsageAttribute), inherit: false).Cast<AttributeUsageAttribute>().Single().ValidOn;
        var places = AttributeTable.Of(word)!.Places;
        Assert.NotEqual(AttributePlaces.None, places);
        Assert.Equal(
            allowed.HasFlag(AttributeTargets.Class),
            (places & (AttributePlaces.Sop | AttributePlaces.Party | AttributePlaces.Policy | AttributePlaces.Data)) != AttributePlaces.None);
        Assert.Equal(allowed.HasFlag(AttributeTargets.Struct), places.HasFlag(AttributePlaces.Data));
        Assert.Equal(allowed.HasFlag(AttributeTargets.Method), (places & (AttributePlaces.Step | AttributePlaces.Condition)) != AttributePlaces.None);
        Assert.Equal(allowed.HasFlag(AttributeTargets.Property), places.HasFlag(AttributePlaces.Property));
        Assert.True(allowed.HasFlag(AttributeTargets.Parameter) || !places.HasFlag(AttributePlaces.Parameter));
        Assert.Equal(allowed.HasFlag(AttributeTargets.Assembly), places.HasFlag(AttributePlaces.Assembly));
    }

    [Fact]
    public void Only_attributes_of_steps_ask_for_a_kind_of_step() =>
        Assert.All(AttributeTable.All.Where(row => row.Kinds is not null), row => Assert.True(row.Places.HasFlag(AttributePlaces.Step), row.Word));

    [Fact]
    public void What_is_one_text_about_a_step_stands_in_the_definition_by_its_name() => Assert.All(
        AttributeTable.All.Where(row => row.IsStepText),
        row => Assert.Equal(typeof(string), typeof(StepDefinition).GetProperty(row.Word)?.PropertyType));

    [Fact]
    public void Every_kind_of_step_has_a_row_in_its_order() => Assert.Equal(Enum.GetValues<StepKind>().Select(kind => (int)kind), StepKinds.All.Select(traits => (int)traits.Kind));

    [Fact]
    public void Every_kind_of_step_is_made_by_an_attribute_of_its_own()
    {
        Assert.All(StepKinds.All, traits => Assert.Same(traits, StepKinds.MadeBy(traits.Attribute)));
        Assert.All(StepKinds.All, traits => Assert.Contains(traits.Attribute, Attributes.Select(NameOf), StringComparer.Ordinal));
    }

    private static string NameOf(Type attribute) => attribute.Name.Split('`')[0][..^nameof(Attribute).Length];
}
