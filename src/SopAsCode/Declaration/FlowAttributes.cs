namespace SopAsCode;

/// <summary>
/// Where the run goes when the step is completed or approved. The machine tries the entries in order and takes the first
/// whose condition holds. A step without an entry leads to the next step in the source.
/// </summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Sort the ticket")]
/// [Next(nameof(TakeOver), When = nameof(IsUrgent))]
/// [Next(nameof(Draft))]
/// public partial Task<Triage> Sort(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class NextAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;

    /// <summary>The condition, by <c>nameof</c>. An entry without a condition is taken when no other entry's condition holds.</summary>
    public string? When { get; set; }

    /// <summary>How often this entry may be taken in one run. 0 means any number of times.</summary>
    public int AtMost { get; set; }

    /// <summary>Where to go when <see cref="AtMost"/> is used up; the default is <see cref="Sop.Fallback"/>.</summary>
    public string? Then { get; set; }
}

/// <summary>Where a rejected checkpoint sends the run. Without this attribute the run goes to <see cref="End.Rejected"/>.</summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [OnReject(nameof(Draft), AtMost = 2, Then = nameof(TakeOver))]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnRejectAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;

    /// <summary>How many rejects of this checkpoint in one run go to <see cref="Step"/>. 0 means all of them.</summary>
    public int AtMost { get; set; }

    /// <summary>Where every later reject goes; the default is <see cref="Sop.Fallback"/>.</summary>
    public string? Then { get; set; }
}

/// <summary>Where the run goes when nobody answered within the time of <see cref="DueAttribute"/>.</summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnTimeoutAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;
}

/// <summary>Where the run goes when the step fails for good. Without this attribute the run goes to <see cref="Sop.Fallback"/>.</summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
/// <example>
/// <code><![CDATA[
/// [AutomatedStep("Send the reply")]
/// [OnFailure(nameof(TakeOver), Retries = 3)]
/// public Task Send(Reply reply, StepContext step, CancellationToken cancel) =>
///     helpdesk.SendAsync(reply.Text, step.IdempotencyKey, cancel);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnFailureAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;

    /// <summary>How many further attempts are made, with growing pauses, before the step counts as failed.</summary>
    public int Retries { get; set; }
}

/// <summary>
/// How long a step waits when it waits for time to pass, not for an event. Minutes, hours and days add up; the clock starts each time the run enters the step.
/// </summary>
/// <example>
/// <code><![CDATA[
/// [WaitFor("Give the customer three days"), After(Days = 3)]
/// public partial Task GiveTime();
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class AfterAttribute : Attribute
{
    /// <summary>Minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>Hours.</summary>
    public int Hours { get; set; }

    /// <summary>Days.</summary>
    public int Days { get; set; }

    /// <summary>A method with <see cref="TimeAttribute"/> that says until when, by <c>nameof</c>, in place of minutes, hours and days.</summary>
    public string? Until { get; set; }
}

/// <summary>
/// The time within which the step must be done. Minutes, hours and days add up; the clock starts each time the run enters the step. On the class, the time
/// within which the run must be done, from its start: when it is over nothing moves, and the owner and the backup are told.
/// </summary>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class DueAttribute : Attribute
{
    /// <summary>Minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>Hours.</summary>
    public int Hours { get; set; }

    /// <summary>Days: working days where there are office hours, and calendar days where there are none.</summary>
    public int Days { get; set; }

    /// <summary>A method with <see cref="TimeAttribute"/> that says by when, by <c>nameof</c>, in place of minutes, hours and days.</summary>
    public string? By { get; set; }
}

/// <summary>
/// Reminds whoever must act, this long before the time of the <see cref="DueAttribute"/> beside it is over. Minutes, hours and days add up.
/// </summary>
/// <example>
/// <code><![CDATA[
/// [HumanStep<Bookkeeper>("Pay what the ticket says")]
/// [Due(Days = 10), Remind(Days = 3), Remind(Hours = 4)]
/// public partial Task Pay(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RemindAttribute : Attribute
{
    /// <summary>Minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>Hours.</summary>
    public int Hours { get; set; }

    /// <summary>Days.</summary>
    public int Days { get; set; }
}

/// <summary>
/// Narrow autonomy: inside this limit the step may write without a checkpoint. The machine checks the limit just before each
/// attempt starts; outside the limit the step does not start, and the run goes to <see cref="Else"/>. A limit with neither a
/// condition nor a count is only text and limits nothing.
/// </summary>
/// <remarks>
/// Only a limit that states <see cref="When"/>, <see cref="PerDay"/> and <see cref="Since"/> replaces a checkpoint: if one of them is
/// missing, rules treat the write as one that nobody approved (SOP0208).
/// </remarks>
/// <param name="text">The limit in words.</param>
/// <example>
/// <code><![CDATA[
/// [AutomatedStep("Answer with the matching macro")]
/// [Writes<Helpdesk>(Impact.Customers)]
/// [Limit("Pre-written macros for tickets that can wait", When = nameof(CanWait), PerDay = 50, Else = nameof(Draft), Since = "2026-11-02")]
/// public Task ApplyMacro(Ticket ticket, StepContext step, CancellationToken cancel) =>
///     helpdesk.SendAsync(ticket.Number, step.IdempotencyKey, cancel);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LimitAttribute(string text) : Attribute
{
    /// <summary>The limit in words.</summary>
    public string Text { get; } = text;

    /// <summary>The condition, by <c>nameof</c>.</summary>
    public string? When { get; set; }

    /// <summary>How many times the step may start per day, over all runs, retries included. 0 means any number of times.</summary>
    public int PerDay { get; set; }

    /// <summary>Where the run goes outside the limit; the default is <see cref="Sop.Fallback"/>.</summary>
    public string? Else { get; set; }

    /// <summary>The day since which the step has been autonomous, as an ISO date.</summary>
    public string? Since { get; set; }

    /// <summary>What shows that the step earned its autonomy.</summary>
    public string? Evidence { get; set; }
}

/// <summary>Marks a static, synchronous, pure <c>bool</c> method over run data, and says what it means.</summary>
/// <param name="text">The condition in words: "The customer is high-value".</param>
/// <example>
/// <code><![CDATA[
/// [Condition("The ticket is urgent")]
/// private static bool IsUrgent(Triage triage) => triage.Urgency > 3;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConditionAttribute(string text) : Attribute
{
    /// <summary>The condition in words.</summary>
    public string Text { get; } = text;
}

/// <summary>
/// A time that depends on the data of the run: the priority decides, or a deadline stands in it. The method is <c>static</c>, takes values of the run as a step
/// does and, if it asks for a <see cref="Began"/>, the moment at which the step began. It returns a <see cref="TimeSpan"/>, which is counted from that moment
/// and inside office hours, or a <see cref="DateTimeOffset"/>.
/// </summary>
/// <param name="text">The time in words, for people: "by priority".</param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Write the answer"), Due(By = nameof(ReplyBy))]
/// public partial Task<Reply> WriteAnswer(Ticket ticket);
///
/// [Time("by how long the ticket is")]
/// private static TimeSpan ReplyBy(Ticket ticket) => TimeSpan.FromHours(ticket.Text.Length > 400 ? 8 : 2);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TimeAttribute(string text) : Attribute
{
    /// <summary>The time in words.</summary>
    public string Text { get; } = text;
}
