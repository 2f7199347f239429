namespace SopAsCode;

/// <summary>
/// The prompt of an AI step. Placeholders are <c>{parameter}</c> and <c>{parameter.Property}</c>, also of properties of
/// properties; <c>{{</c> and <c>}}</c> stand for braces. Text, numbers, dates and enums look the same in every culture,
/// null is left out, and anything else is written as JSON.
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

    /// <summary>A prompt given as text.</summary>
    /// <param name="text">The prompt.</param>
    public PromptAttribute(string text) => Text = text;

    /// <summary>The prompt.</summary>
    public string? Text { get; }

    /// <summary>The file that holds the prompt: an additional file, by its path from the project, with forward slashes.</summary>
    public string? File { get; set; }

    /// <summary>The version of the prompt; null when it has none of its own.</summary>
    public string? Version { get; set; }
}

/// <summary>A rule that the AI must follow. It is printed on the page and at the end of the prompt.</summary>
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

/// <summary>How to do the step, written for the performer. On an AI step the text is the start of the prompt.</summary>
/// <param name="text">Markdown: paragraphs, lists, tables, code, links and images by relative path show on the page as written.</param>
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

/// <summary>A rare case, and what to do then.</summary>
/// <param name="case">The case.</param>
/// <param name="handling">What to do, as Markdown.</param>
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

/// <summary>An example of the result.</summary>
/// <param name="title">What it shows.</param>
/// <param name="text">The example, as Markdown; leave it out and set <see cref="File"/> when the example is in a file.</param>
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

    /// <summary>A file that holds the example, by its path from the page; the page shows images.</summary>
    public string? File { get; set; }
}

/// <summary>Anything else worth knowing.</summary>
/// <param name="text">In words, as Markdown.</param>
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

/// <summary>
/// A message that people send in this work: to a customer, a colleague or a status page. The page shows it ready to copy.
/// </summary>
/// <param name="title">What it is for.</param>
/// <param name="text">
/// The message. Blanks are <c>{parameter}</c> and <c>{parameter.Property}</c>, as in a prompt; <c>{{</c> and <c>}}</c> stand for braces. On the class
/// they name parameters of any of its steps.
/// </param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Call the customer")]
/// [Template("Nobody answered", """
///     Dear {ticket.Name},
///     we tried to call you about {ticket.Subject}. When does it suit you?
///     """)]
/// public partial Task Call(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class TemplateAttribute(string title, string text) : Attribute
{
    /// <summary>What it is for.</summary>
    public string Title { get; } = title;

    /// <summary>The message, with its blanks.</summary>
    public string Text { get; } = text;
}

/// <summary>A part of the page that this kind of work needs and others do not: materials, skills, safety, contacts.</summary>
/// <param name="title">Its heading.</param>
/// <param name="text">What it says, as Markdown.</param>
/// <example>
/// <code><![CDATA[
/// [Section("Materials", """
///     - the keys from the safe
///     - a second phone
///     """)]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SectionAttribute(string title, string text) : Attribute
{
    /// <summary>Its heading.</summary>
    public string Title { get; } = title;

    /// <summary>What it says.</summary>
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

/// <summary>The step saves drafts in this tool; nobody outside sees them.</summary>
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
/// The step writes to this tool. If an AI or an automation does the step and the write can hurt, a person must approve it first. <see
/// cref="Impact"/> and <see cref="Irreversible"/> say whether it can hurt.
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
    /// <param name="impact">Where it can hurt; <see cref="Impact.None"/> means nowhere.</param>
    public WritesAttribute(Impact impact) => Impact = impact;

    /// <summary>Where the write can hurt.</summary>
    public Impact Impact { get; }

    /// <summary>The write can't be undone.</summary>
    public bool Irreversible { get; set; }
}

/// <summary>
/// What a person must tick to complete the step; on the class, what a good result looks like. Several of them are groups of one list.
/// </summary>
/// <param name="items">One line each.</param>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<SupportLead>("Review the reply before it is sent")]
/// [Checklist("Facts verified", "Nothing invented", "Tone fits")]
/// public partial Task<Reply> Review(Ticket ticket, Reply reply);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ChecklistAttribute(params string[] items) : Attribute
{
    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Items { get; } = items;

    /// <summary>What the lines have in common, where there are several groups: "Content"; null when there is one.</summary>
    public string? Title { get; set; }
}

/// <summary>A person looks at every n-th output of the step afterwards.</summary>
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
    /// <summary>A person looks at one in this many outputs.</summary>
    public int OneIn { get; set; }
}

/// <summary>
/// A task that a person does beside the step: a deputy who stands by, a scribe, updates every half hour. It opens when the step starts, and must be ticked off
/// before the step that <see cref="Until"/> names can be completed or approved. It gives no value and decides nothing.
/// </summary>
/// <typeparam name="TRole">Who does it.</typeparam>
/// <param name="title">What to do, starting with a verb.</param>
/// <example>
/// <code><![CDATA[
/// [HumanStep<SupportLead>("Find the cause")]
/// [Meanwhile<Founder>("Tell the customers where we are", Until = nameof(TakeOver), Every = 30)]
/// public partial Task Find(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MeanwhileAttribute<TRole>(string title) : Attribute
    where TRole : Role
{
    /// <summary>What to do.</summary>
    public string Title { get; } = title;

    /// <summary>The step by <c>nameof</c> that can't be completed before the task is ticked off; by default the step itself.</summary>
    public string? Until { get; set; }

    /// <summary>After how many minutes the task is to be done again; by default once is enough.</summary>
    public int Every { get; set; }
}
