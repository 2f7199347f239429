namespace SopAsCode;

/// <summary>
/// Where the run goes when the step is completed or approved. Entries are tried in order; the first whose condition holds
/// wins. None at all: the next step in the source.
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

    /// <summary>The condition, by <c>nameof</c>. Unset: the otherwise.</summary>
    public string? When { get; set; }

    /// <summary>How often this entry may be taken in one run. 0: any number of times.</summary>
    public int AtMost { get; set; }

    /// <summary>Where to go when <see cref="AtMost"/> is used up. Unset: <see cref="Sop.Fallback"/>.</summary>
    public string? Then { get; set; }
}

/// <summary>Where a rejected checkpoint sends the run. Without it: <see cref="End.Rejected"/>.</summary>
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

    /// <summary>How many rejects of this checkpoint in one run go to <see cref="Step"/>. 0: all of them.</summary>
    public int AtMost { get; set; }

    /// <summary>Where every later reject goes. Unset: <see cref="Sop.Fallback"/>.</summary>
    public string? Then { get; set; }
}

/// <summary>Where the run goes when nobody answered in the time of <see cref="DueAttribute"/>.</summary>
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

/// <summary>Where the run goes when the step fails for good. Without it: <see cref="Sop.Fallback"/>.</summary>
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

    /// <summary>Further attempts inside the step before it counts as failed, with growing pauses.</summary>
    public int Retries { get; set; }
}

/// <summary>How long a wait lasts, in place of an event. The three add up; the clock starts each time the step is entered.</summary>
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
}

/// <summary>The time in which the step must be done. The three add up; the clock starts each time the step is entered.</summary>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Due(Hours = 4), OnTimeout(nameof(TakeOver))]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DueAttribute : Attribute
{
    /// <summary>Minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>Hours.</summary>
    public int Hours { get; set; }

    /// <summary>Days.</summary>
    public int Days { get; set; }
}

/// <summary>
/// Narrow autonomy: inside this limit the step may write without a checkpoint. The limit is asked just before each attempt starts;
/// outside it the step does not start, and the run goes to <see cref="Else"/>. With neither condition nor count it is words only.
/// </summary>
/// <remarks>
/// Only a limit that says <see cref="When"/>, <see cref="PerDay"/> and <see cref="Since"/> takes the place of a checkpoint: with one of
/// them missing, rules treat the write as one that nobody approved (SOP0208).
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

    /// <summary>How many times the step may start per day, over all runs, retries included. 0: any number of times.</summary>
    public int PerDay { get; set; }

    /// <summary>Where the run goes outside the limit. Unset: <see cref="Sop.Fallback"/>.</summary>
    public string? Else { get; set; }

    /// <summary>Since when the step has been autonomous, as an ISO date.</summary>
    public string? Since { get; set; }

    /// <summary>What shows that the autonomy was earned.</summary>
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
