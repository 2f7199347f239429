namespace SopAsCode.App.SmallTeam;

public sealed class Founder : Role;

[Title("Customer lead")]
public class Lead : Role;

public sealed class Clerk : Role;

public sealed class Writer : Agent;

public sealed class Mail : Tool;

[Holder<Founder>("ana@example.com"), Holder<Lead>("ben@example.com"), Holder<Lead>("cho@example.com"), Holder<Clerk>("dia@example.com")]
public sealed class TeamPolicy : Policy;

public enum Mood
{
    Calm,
    Angry,
}

public sealed record Letter([property: Key] string Number, string Text, Mood Mood);

public sealed record Answer(string Text);

public sealed record Sum(long Cents, string? Why);

/// <summary>Sends mail.</summary>
public interface IPost
{
    /// <summary>Sends it.</summary>
    Task SendAsync(string text, string key, CancellationToken cancel);
}

/// <summary>An AI drafts, a person looks, code sends.</summary>
[Sop("Answer a letter"), Owner<Lead>, Backup<Founder>]
[Trigger("A letter comes")]
[Metric(Measure.CycleTime, Name = "Hours to the answer", Unit = "hours")]
[Fallback("Write it yourself")]
public sealed partial class AnswerLetter(IPost post) : Sop<Letter>
{
    [AiStep<Writer>("Draft an answer")]
    [Prompt("Answer this: {letter.Text}")]
    public partial Task<Answer> Draft(Letter letter, Rejection? rejection);

    [Checkpoint<Lead>("Look at the answer")]
    [Checklist("Nothing is invented", "Nothing is promised", Title = "What it says")]
    [Checklist("The tone fits", Title = "How it says it")]
    [Template("A short answer", "Thank you for letter {letter.Number}.")]
    [OnReject(nameof(Draft), AtMost = 2)]
    [Due(Hours = 4)]
    public partial Task<Answer> Review(Letter letter, Answer answer);

    [AutomatedStep("Send it")]
    [Writes<Mail>(Impact.Customers)]
    [OnFailure(Fallback)]
    public Task Send(Answer answer, StepContext step, CancellationToken cancel) => post.SendAsync(answer.Text, step.IdempotencyKey, cancel);
}

/// <summary>People, tasks beside, automations outside, events, samples.</summary>
[Sop("Pay back"), Owner<Lead>, Backup<Founder>]
[Fallback("By hand")]
public sealed partial class PayBack : Sop<Letter>
{
    [HumanStep<Clerk>("Find the amount")]
    [Checklist("It is this customer's")]
    [Meanwhile<Lead>("Tell the customer that we are on it")]
    public partial Task<Sum> Find(Letter letter);

    [AutomatedStep("Have it paid")]
    [Writes<Mail>(Impact.None)]
    [SpotCheck<Lead>(OneIn = 1)]
    [OnFailure(Fallback)]
    public partial Task<Sum> HavePaid(Sum sum);

    [WaitFor("Wait for the bank")]
    public partial Task<Answer> Wait(Letter letter);
}
