using System.Reflection;
using TinyTeam.Support;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>The machines of all examples do what the attributes of their classes say, and nothing else.</summary>
public class ExamplesTests
{
    private const int Moves = 8;

    private static readonly Assembly Team = typeof(SupportTriage).Assembly;

    public static TheoryData<string> Sops => [.. WrittenSop.In(Team).Select(type => type.FullName!)];

    [Fact]
    public void All_of_them_are_played() => Assert.Equal(
        TinyTeam.TinyTeamSops.Instance.Sops.Select(sop => sop.Class).Order(StringComparer.Ordinal), WrittenSop.In(Team).Select(type => type.FullName!));

    [Theory, MemberData(nameof(Sops))]
    public void Every_sequence_of_triggers_leads_where_the_attributes_say(string name)
    {
        var type = Team.GetType(name, throwOnError: true)!;
        Assert.Equal(new WrittenSop(type).Steps.Select(step => step.Name), Enum.GetNames(type.GetNestedType("State")!).SkipLast(5));
        var play = typeof(ExamplesTests).GetMethod(nameof(Play), BindingFlags.NonPublic | BindingFlags.Static)!;
        play.MakeGenericMethod(type.GetNestedType("State")!, type.GetNestedType("Trigger")!).CreateDelegate<Action<Type>>()(type);
    }

    private static void Play<TState, TTrigger>(Type type)
        where TState : struct, Enum
        where TTrigger : struct, Enum
    {
        var trial = new ExampleTrial<TState, TTrigger>(type);
        trial.Play(Moves * 2); // a start before each
        Assert.True(trial.States > 10, $"Only {trial.States} states of runs were tried.");
        Assert.Empty(trial.Unheard);
    }
}
