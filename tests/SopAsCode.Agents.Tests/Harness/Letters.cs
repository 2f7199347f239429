using System.Text.Json.Serialization;

namespace SopAsCode.Agents.Tests.Harness;

public sealed class Lead : Role;

[Holder<Lead>("ana@example.com")]
public sealed class LettersPolicy : Policy;

[Model("model-of-the-step")]
public sealed class Sorter : Agent;

public sealed class Stranger : Agent;

public sealed class Shop : Tool;

public static class Office
{
    public sealed class Post : Tool;

    public sealed class Clerk : Agent;
}

public enum Mood
{
    Calm,
    Angry,
}

public sealed record Letter(string Text);

public sealed record Draft(string Text);

public sealed record Topic(string Name, int Urgency);

public sealed record Sorted(Mood Mood, string? Macro, IReadOnlyList<Topic> Topics);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Letter))]
[JsonSerializable(typeof(Sorted))]
[JsonSerializable(typeof(Draft))]
public sealed partial class LetterJson : JsonSerializerContext;

/// <summary>An AI sorts; what it can't do a person does.</summary>
[Sop("Sort a letter"), Owner<Lead>]
public sealed partial class SortLetter : Sop<Letter>
{
    [AiStep<Sorter>("Sort it")]
    [Prompt("Sort this: {letter.Text}")]
    [OnFailure(nameof(SortByHand))]
    [Next(End.Completed)]
    public partial Task<Sorted> Sort(Letter letter);

    [HumanStep<Lead>("Sort it by hand")]
    public partial Task SortByHand(Letter letter);
}

/// <summary>An AI looks something up while it sorts.</summary>
[Sop("Look a letter up"), Owner<Lead>]
public sealed partial class LookUpLetter : Sop<Letter>
{
    [AiStep<Office.Clerk>("Sort it", Level = Level.DraftOnly)]
    [Prompt("Sort this: {letter.Text}")]
    [Reads<Shop>, Drafts<Office.Post>]
    public partial Task<Sorted> Sort(Letter letter);
}

/// <summary>One AI sorts, another one drafts.</summary>
[Sop("Draft an answer"), Owner<Lead>]
public sealed partial class DraftAnswer : Sop<Letter>
{
    [AiStep<Sorter>("Sort it")]
    [Prompt("Sort this: {letter.Text}")]
    public partial Task<Sorted> Sort(Letter letter);

    [AiStep<Stranger>("Draft it")]
    [Prompt("Answer this: {letter.Text}")]
    public partial Task<Draft> Write(Letter letter, Sorted sorted);
}
