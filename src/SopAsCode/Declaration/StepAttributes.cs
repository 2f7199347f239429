namespace SopAsCode;

/// <summary>A step that a person does; the run waits for it. The method is <c>partial</c>.</summary>
/// <typeparam name="TRole">Who does it.</typeparam>
/// <param name="title">What to do, starting with a verb; the default is the method name, in words.</param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Call the customer")]
/// public partial Task<Answer> Call(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class HumanStepAttribute<TRole>(string? title = null) : Attribute
    where TRole : Role
{
    /// <summary>What to do.</summary>
    public string? Title { get; } = title;
}

/// <summary>A step that an AI does, from a <see cref="PromptAttribute"/>. The method is <c>partial</c>.</summary>
/// <typeparam name="TAgent">Which AI.</typeparam>
/// <param name="title">What to do, starting with a verb; the default is the method name, in words.</param>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Draft a reply", Level = Level.DraftOnly)]
/// [Prompt("Answer this customer in a friendly tone: {ticket.Text}")]
/// public partial Task<Reply> Draft(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AiStepAttribute<TAgent>(string? title = null) : Attribute
    where TAgent : Agent
{
    /// <summary>What to do.</summary>
    public string? Title { get; } = title;

    /// <summary>How much the AI may do by itself.</summary>
    public Level Level { get; set; } = Level.ReadOnly;

    /// <summary>
    /// An AI in another product does it, such as an automation that somebody built there: the run waits for its report, and what comes back counts as that AI's.
    /// The AI gets the values that the parameters ask for. A prompt is not required.
    /// </summary>
    public bool Outside { get; set; }
}

/// <summary>
/// A point where a person approves or rejects exactly the values of the method's parameters, without those that are marked as
/// <see cref="ContextAttribute"/>, and may correct the values that the method returns. The method is <c>partial</c>.
/// </summary>
/// <typeparam name="TRole">Who decides.</typeparam>
/// <param name="title">What to look at, starting with a verb; the default is the method name, in words.</param>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Checklist("Facts verified", "Nothing invented", "Tone fits")]
/// [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
/// [OnReject(nameof(Draft), AtMost = 2)]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class CheckpointAttribute<TRole>(string? title = null) : Attribute
    where TRole : Role
{
    /// <summary>What to look at.</summary>
    public string? Title { get; } = title;

    /// <summary>How many different people must say yes; one no is a no.</summary>
    public int Approvals { get; set; } = 1;

    /// <summary>A step, by <c>nameof</c>: nobody who did it may answer. Whoever last gave a value that is approved never may.</summary>
    public string? NotBy { get; set; }
}

/// <summary>A parameter of a checkpoint that is shown to whoever decides, and is not what they approve.</summary>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// public partial Task<Reply> Review([Context] Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ContextAttribute : Attribute;

/// <summary>A step that code does (a method with a body) or an outside automation (a <c>partial</c> method: the run waits).</summary>
/// <param name="title">What happens, starting with a verb; the default is the method name, in words.</param>
/// <example>
/// <code><![CDATA[
/// [AutomatedStep("Send the reply")]
/// [Writes<Helpdesk>(Impact.Customers)]
/// public Task Send(Reply reply, StepContext step, CancellationToken cancel) =>
///     helpdesk.SendAsync(reply.Text, step.IdempotencyKey, cancel);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AutomatedStepAttribute(string? title = null) : Attribute
{
    /// <summary>What happens.</summary>
    public string? Title { get; } = title;
}

/// <summary>
/// A step that waits for the outside world: for an event that brings the value the method returns, or, with <see
/// cref="AfterAttribute"/>, until time has passed. The method is <c>partial</c>.
/// </summary>
/// <param name="what">What the step waits for.</param>
/// <example>
/// <code><![CDATA[
/// [WaitFor("Wait for the customer's answer")]
/// [Due(Days = 7), OnTimeout(nameof(TakeOver))]
/// public partial Task<Answer> WaitForAnswer(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WaitForAttribute(string? what = null) : Attribute
{
    /// <summary>What the step waits for.</summary>
    public string? What { get; } = what;
}

/// <summary>
/// A step that hands work to another SOP. Its method returns the input of the other SOP, or a list of inputs that start
/// one run each. A <c>partial</c> method hands over the current value of that type unchanged. Several on one step, each with
/// <see cref="HandoffAttribute{TSop}.Wait"/>, start side by side with the same input.
/// </summary>
/// <typeparam name="TSop">The other SOP.</typeparam>
/// <param name="title">What is handed over, starting with a verb; the default is the method name, in words.</param>
/// <example>
/// <code><![CDATA[
/// [Handoff<RefundCustomer>("Have the refund paid", Wait = true)]
/// [Due(Days = 2), OnTimeout(nameof(TakeOver))]
/// public Task<Refund> PayBack(Ticket ticket) => Task.FromResult(new Refund(ticket.Number));
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class HandoffAttribute<TSop>(string? title = null) : Attribute
    where TSop : Sop
{
    /// <summary>What is handed over.</summary>
    public string? Title { get; } = title;

    /// <summary>
    /// The step waits until the other run ends: it is done when that run ends completed, and fails at any other end. Where several runs are started, it is done
    /// when all have ended completed, and fails when the last has ended and one did not.
    /// </summary>
    public bool Wait { get; set; }

    /// <summary>
    /// The type whose last value in the other run becomes data of this run. It needs <see cref="Wait"/>. The step fails when the other run completes without
    /// such a value, and when an empty list started no run.
    /// </summary>
    public Type? Result { get; set; }
}
