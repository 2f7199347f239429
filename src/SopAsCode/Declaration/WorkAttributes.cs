namespace SopAsCode;

/// <summary>
/// What an AI step is asked. Placeholders: <c>{parameter}</c>, <c>{parameter.Property}</c>, several deep; <c>{{</c> and
/// <c>}}</c> stand for braces. Text, numbers, dates and enums render invariantly, null as nothing, anything else as JSON.
/// </summary>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Draft a reply")]
/// [Prompt("""
///     Answer this customer. Promise nothing that the ticket does not say.
///     {ticket.Text}
///     """)]
/// public partial Task<Reply> Draft(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class PromptAttribute : Attribute
{
    /// <summary>A prompt in a file of its own: set <see cref="File"/>.</summary>
    public PromptAttribute()
    {
    }

    /// <summary>A prompt that stands here.</summary>
    /// <param name="text">The prompt.</param>
    public PromptAttribute(string text) => Text = text;

    /// <summary>The prompt.</summary>
    public string? Text { get; }

    /// <summary>The file that holds the prompt: an additional file, by its path from the project, with forward slashes.</summary>
    public string? File { get; set; }

    /// <summary>The version of the prompt, when it has one of its own.</summary>
    public string? Version { get; set; }
}

/// <summary>What the AI must keep to. Stands on the page, and at the end of the prompt.</summary>
/// <param name="text">The rule, as one sentence.</param>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Draft a reply")]
/// [Prompt("Answer this customer: {ticket.Text}")]
/// [Guardrail("Promise no dates and no money")]
/// public partial Task<Reply> Draft(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GuardrailAttribute(string text) : Attribute
{
    /// <summary>The rule.</summary>
    public string Text { get; } = text;
}

/// <summary>What the AI or automation is known to get wrong.</summary>
/// <param name="text">In words.</param>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Draft a reply")]
/// [Prompt("Answer this customer: {ticket.Text}")]
/// [Limitation("Confuses gross and net amounts", Workaround = "Compare each amount with the invoice")]
/// public partial Task<Reply> Draft(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class LimitationAttribute(string text) : Attribute
{
    /// <summary>What goes wrong.</summary>
    public string Text { get; } = text;

    /// <summary>What to do about it.</summary>
    public string? Workaround { get; set; }
}

/// <summary>How to do the step, for whoever does it. On an AI step it stands at the start of the prompt.</summary>
/// <param name="text">In words.</param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Call the customer")]
/// [Instructions("Read the last three tickets first, then call the number in the contract.")]
/// public partial Task Call(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class InstructionsAttribute(string text) : Attribute
{
    /// <summary>How to do it.</summary>
    public string Text { get; } = text;
}

/// <summary>How the SOP or step changes when more people join.</summary>
/// <param name="text">In words.</param>
/// <example>
/// <code><![CDATA[
/// [TeamMode("From three people on, whoever drafted does not review")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class TeamModeAttribute(string text) : Attribute
{
    /// <summary>How it changes.</summary>
    public string Text { get; } = text;
}

/// <summary>A case that does not come often, and what to do then.</summary>
/// <param name="case">The case.</param>
/// <param name="handling">What to do.</param>
/// <example>
/// <code><![CDATA[
/// [EdgeCase("The customer writes twice", "Answer once, and close the other ticket")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class EdgeCaseAttribute(string @case, string handling) : Attribute
{
    /// <summary>The case.</summary>
    public string Case { get; } = @case;

    /// <summary>What to do.</summary>
    public string Handling { get; } = handling;
}

/// <summary>An example of what comes out.</summary>
/// <param name="title">What it shows.</param>
/// <param name="text">The example. Left out: set <see cref="File"/>.</param>
/// <example>
/// <code><![CDATA[
/// [Example("A good reply", "The carrier has your parcel. We will write again by Friday noon.")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ExampleAttribute(string title, string? text = null) : Attribute
{
    /// <summary>What it shows.</summary>
    public string Title { get; } = title;

    /// <summary>The example.</summary>
    public string? Text { get; } = text;

    /// <summary>A file that holds the example, by its path from the page; images are shown.</summary>
    public string? File { get; set; }
}

/// <summary>Anything else worth knowing.</summary>
/// <param name="text">In words.</param>
/// <example>
/// <code><![CDATA[
/// [Note("The bank is closed on 24 and 31 December")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class NoteAttribute(string text) : Attribute
{
    /// <summary>What is worth knowing.</summary>
    public string Text { get; } = text;
}

/// <summary>A visible, dated exception to one rule.</summary>
/// <param name="ruleId">The rule: "SOP0305".</param>
/// <example>
/// <code><![CDATA[
/// [Waive("SOP0305", Because = "Both roles are one person until May", By = typeof(Founder), Until = "2027-05-31")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class WaiveAttribute(string ruleId) : Attribute
{
    /// <summary>The rule.</summary>
    public string RuleId { get; } = ruleId;

    /// <summary>Why.</summary>
    public string? Because { get; set; }

    /// <summary>The role that allows it.</summary>
    public Type? By { get; set; }

    /// <summary>The last day it holds, as an ISO date.</summary>
    public string? Until { get; set; }
}

/// <summary>The step reads this tool.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
/// <example>
/// <code><![CDATA[
/// [AutomatedStep("Look up the customer")]
/// [Reads<Helpdesk>]
/// public Task<Answer> LookUp(Ticket ticket) => helpdesk.FindAsync(ticket.Number);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ReadsAttribute<TTool> : Attribute
    where TTool : Tool;

/// <summary>The step leaves drafts in this tool, which nobody outside sees.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Draft a reply in the helpdesk", Level = Level.DraftOnly)]
/// [Prompt("Answer this customer: {ticket.Text}")]
/// [Drafts<Helpdesk>]
/// public partial Task<Reply> Draft(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class DraftsAttribute<TTool> : Attribute
    where TTool : Tool;

/// <summary>
/// The step writes to this tool. Where an AI or an automation does it and the write can hurt, a person must approve it first: that is
/// what <see cref="Impact"/> and <see cref="Irreversible"/> are for.
/// </summary>
/// <typeparam name="TTool">The tool.</typeparam>
/// <example>
/// <code><![CDATA[
/// [AutomatedStep("Send the reply")]
/// [Writes<Helpdesk>(Impact.Customers, Irreversible = true)]
/// public Task Send(Reply reply, StepContext step, CancellationToken cancel) =>
///     helpdesk.SendAsync(reply.Text, step.IdempotencyKey, cancel);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class WritesAttribute<TTool> : Attribute
    where TTool : Tool
{
    /// <summary>A write that says nothing about where it can hurt.</summary>
    public WritesAttribute()
    {
    }

    /// <summary>A write that says where it can hurt.</summary>
    /// <param name="impact">Where; <see cref="Impact.None"/> says nowhere.</param>
    public WritesAttribute(Impact impact) => Impact = impact;

    /// <summary>Where the write can hurt.</summary>
    public Impact Impact { get; }

    /// <summary>The write can't be taken back.</summary>
    public bool Irreversible { get; set; }
}

/// <summary>What must be ticked to complete the step; on the class, what a good result looks like.</summary>
/// <param name="items">One line each.</param>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Checklist("Facts verified", "Nothing invented", "Tone fits")]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class ChecklistAttribute(params string[] items) : Attribute
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Items { get; } = items;
}

/// <summary>Every n-th output of the step goes to a person afterwards.</summary>
/// <typeparam name="TRole">Who looks at it.</typeparam>
/// <example>
/// <code><![CDATA[
/// [AiStep<ReplyWriter>("Sort the ticket")]
/// [Prompt("Name the topic of this ticket: {ticket.Text}")]
/// [SpotCheck<SupportLead>(OneIn = 20)]
/// public partial Task<Triage> Sort(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class SpotCheckAttribute<TRole> : Attribute
    where TRole : Role
{
    /// <summary>One in how many outputs is looked at.</summary>
    public int OneIn { get; set; }
}
