namespace SopAsCode;

/// <summary>This class is an SOP. It must be <c>partial</c> and derive from <see cref="Sop"/> or <see cref="Sop{TInput}"/>.</summary>
/// <param name="title">What people call it: "Customer support triage".</param>
/// <example>
/// <code><![CDATA[
/// [Sop("Pay an invoice", Id = "pay-invoice"), Owner<Founder>]
/// public sealed partial class PayInvoice : Sop<Invoice>
/// {
///     [HumanStep<Bookkeeper>("Check the invoice against the order")]
///     public partial Task Check(Invoice invoice);
/// }
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SopAttribute(string title) : Attribute
{
    /// <summary>What people call the SOP.</summary>
    public string Title { get; } = title;

    /// <summary>
    /// The stable name of the SOP in records, links and file names: lower-case words with hyphens. The default is the class
    /// name in that form, which changes when the class is renamed.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>The stage the SOP has reached in its life.</summary>
    public Stage Stage { get; set; }
}

/// <summary>Why the SOP exists.</summary>
/// <param name="goal">The business goal, starting with a verb.</param>
/// <example>
/// <code><![CDATA[
/// [Purpose("Pay what we owe, once and in time", Output = "A paid invoice")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PurposeAttribute(string goal) : Attribute
{
    /// <summary>The business goal.</summary>
    public string Goal { get; } = goal;

    /// <summary>The one primary output of a run.</summary>
    public string? Output { get; set; }
}

/// <summary>Who answers for the result: exactly one role.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <example>
/// <code><![CDATA[
/// [Owner<Founder>]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OwnerAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>Who may do everything that the owner may do, when the owner is away.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <example>
/// <code><![CDATA[
/// [Backup<Bookkeeper>]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BackupAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>The value stream the SOP belongs to.</summary>
/// <typeparam name="TStream">The stream.</typeparam>
/// <example>
/// <code><![CDATA[
/// [ValueStream<Finance>(Part = "payables")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ValueStreamAttribute<TStream> : Attribute
    where TStream : ValueStream
{
    /// <summary>The part of the stream: "renewals".</summary>
    public string? Part { get; set; }
}

/// <summary>Who else has a duty in this SOP. One role may have several.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <param name="duty">The duty.</param>
/// <example>
/// <code><![CDATA[
/// [Responsible<Founder>(Duty.Builder), Responsible<Bookkeeper>(Duty.Reviewer)]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResponsibleAttribute<TRole>(Duty duty) : Attribute
    where TRole : Role
{
    /// <summary>The duty.</summary>
    public Duty Duty { get; } = duty;
}

/// <summary>Who is asked for an opinion before it is decided. It gives the role no right; the run does not wait for it.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <example>
/// <code><![CDATA[
/// [Checkpoint<Founder>("Decide on the refund")]
/// [Consulted<SupportLead>, Informed<Bookkeeper>]
/// public partial Task<Refund> Decide(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ConsultedAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>Who is told when the step is done; on the class, when a run has ended.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <example>
/// <code><![CDATA[
/// [HumanStep<Bookkeeper>("Pay the refund")]
/// [Informed<SupportLead>]
/// public partial Task Pay(Ticket ticket);
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class InformedAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>
/// Runs start by hand-off only, and what is handed over was approved there. That approval releases each write before the first checkpoint here, once.
/// </summary>
/// <example>
/// <code><![CDATA[
/// [ApprovedInput]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ApprovedInputAttribute : Attribute;

/// <summary>What starts a run.</summary>
/// <param name="when">In words: "New ticket or e-mail received".</param>
/// <example>
/// <code><![CDATA[
/// [Trigger("A ticket comes in")]
/// [Trigger("The customer calls", Start = nameof(AnswerTicket.TakeOver))]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TriggerAttribute(string when) : Attribute
{
    /// <summary>What starts a run, in words.</summary>
    public string When { get; } = when;

    /// <summary>
    /// A schedule that starts a run: five fields (minute, hour, day of month, month, day of week), in the time zone of the
    /// policy's office hours, or in UTC if there is none. The SOP then takes no input, or a <see cref="Tick"/>, or says with <see cref="Each"/> what to start
    /// runs for.
    /// </summary>
    public string? Cron { get; set; }

    /// <summary>The step at which these runs begin, <c>nameof(MySop.MyStep)</c>; by default the first.</summary>
    public string? Start { get; set; }

    /// <summary>
    /// A method of the class that the schedule asks for inputs, <c>nameof(MySop.OpenPullRequests)</c>: it returns <c>Task&lt;IReadOnlyList&lt;TInput&gt;&gt;</c>, and may
    /// take a <see cref="CancellationToken"/>. One run is started for each, and none for an input whose <see cref="KeyAttribute"/> an open run has already.
    /// </summary>
    public string? Each { get; set; }
}

/// <summary>What this SOP does not cover.</summary>
/// <param name="what">In words.</param>
/// <example>
/// <code><![CDATA[
/// [OutOfScope("Refunds", Covered = typeof(RefundCustomer))]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutOfScopeAttribute(string what) : Attribute
{
    /// <summary>What is left out.</summary>
    public string What { get; } = what;

    /// <summary>The SOP that covers it.</summary>
    public Type? Covered { get; set; }
}

/// <summary>What must be ready before a run: tools, access, data.</summary>
/// <param name="what">In words.</param>
/// <example>
/// <code><![CDATA[
/// [Prerequisite("Access to the bank, with the right to prepare payments")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PrerequisiteAttribute(string what) : Attribute
{
    /// <summary>What must be ready.</summary>
    public string What { get; } = what;
}

/// <summary>The SOP is in a pilot: the team tries it out and then decides to scale, revise or retire it.</summary>
/// <param name="start">The first day, as an ISO date.</param>
/// <param name="decideBy">The day of the decision, as an ISO date.</param>
/// <example>
/// <code><![CDATA[
/// [Pilot("2026-11-02", "2026-12-01")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PilotAttribute(string start, string decideBy) : Attribute
{
    /// <summary>The first day, as an ISO date.</summary>
    public string Start { get; } = start;

    /// <summary>The day of the decision, as an ISO date.</summary>
    public string DecideBy { get; } = decideBy;
}

/// <summary>How good a candidate the work is, for the inventory of ideas. Each score from 1 (low) to 5 (high).</summary>
/// <example>
/// <code><![CDATA[
/// [Sop("Sort the receipts of business trips", Stage = Stage.Idea), Owner<Founder>]
/// [Assessment(Repeatability = 5, Risk = 2, DataReadiness = 4, Judgement = 2, MinutesSaved = 15)]
/// public sealed partial class SortReceipts : Sop;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AssessmentAttribute : Attribute
{
    /// <summary>How similar the runs are to each other.</summary>
    public int Repeatability { get; set; }

    /// <summary>How much a mistake costs.</summary>
    public int Risk { get; set; }

    /// <summary>How complete and clean the data is.</summary>
    public int DataReadiness { get; set; }

    /// <summary>How much judgement it takes.</summary>
    public int Judgement { get; set; }

    /// <summary>People's minutes saved per run.</summary>
    public int MinutesSaved { get; set; }
}

/// <summary>How the team knows that the SOP works.</summary>
/// <param name="measure">What is measured.</param>
/// <example>
/// <code><![CDATA[
/// [Metric(Measure.CycleTime, Baseline = 9, Target = 3, Unit = "days")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MetricAttribute(Measure measure) : Attribute
{
    /// <summary>What is measured.</summary>
    public Measure Measure { get; } = measure;

    /// <summary>The name people use for it; the default is the measure in words.</summary>
    public string? Name { get; set; }

    /// <summary>The value before the SOP, in <see cref="Unit"/>; <see cref="double.NaN"/> when not stated.</summary>
    public double Baseline { get; set; } = double.NaN;

    /// <summary>The value to reach, in <see cref="Unit"/>; <see cref="double.NaN"/> when not stated.</summary>
    public double Target { get; set; } = double.NaN;

    /// <summary>The unit of baseline and target: "minutes", "%".</summary>
    public string? Unit { get; set; }

    /// <summary>The step by <c>nameof</c> at which a cycle time ends: when it is done for the first time; by default the end of the run.</summary>
    public string? Until { get; set; }
}

/// <summary>How often the owner reviews the SOP.</summary>
/// <param name="cadence">How often.</param>
/// <example>
/// <code><![CDATA[
/// [Review(Cadence.Monthly, Last = "2026-11-02")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReviewAttribute(Cadence cadence) : Attribute
{
    /// <summary>How often.</summary>
    public Cadence Cadence { get; } = cadence;

    /// <summary>The day of the last review, as an ISO date (2026-11-02).</summary>
    public string? Last { get; set; }
}

/// <summary>The manual path: how the work is done without AI and automation. It is also a state of the machine: <see cref="Sop.Fallback"/>.</summary>
/// <example>
/// <code><![CDATA[
/// [Fallback("Pay in the bank's own web page, from the paper invoice", SwitchWhen = "The bank refused two payments in a row")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FallbackAttribute : Attribute
{
    /// <summary>A manual path that the words file beside the class describes, below <c>## By hand</c>.</summary>
    public FallbackAttribute()
    {
    }

    /// <summary>A manual path.</summary>
    /// <param name="how">What the person does, as Markdown.</param>
    public FallbackAttribute(string how) => How = how;

    /// <summary>What the person does; null when the words file says it.</summary>
    public string? How { get; }

    /// <summary>When to switch to the manual path.</summary>
    public string? SwitchWhen { get; set; }
}

/// <summary>How the team tells customers that AI helped. On a policy it holds for every SOP that says nothing itself.</summary>
/// <example>
/// <code><![CDATA[
/// [Disclosure("The last line of each reply says that AI drafted it and a person read it")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DisclosureAttribute : Attribute
{
    /// <summary>The team tells them.</summary>
    /// <param name="text">What the team tells customers, and where.</param>
    public DisclosureAttribute(string text) => Text = text;

    /// <summary>A decision, with its reason.</summary>
    /// <param name="mode">The decision.</param>
    public DisclosureAttribute(DisclosureMode mode) => Mode = mode;

    /// <summary>What the team tells customers, and where.</summary>
    public string? Text { get; }

    /// <summary>Whether the team tells them.</summary>
    public DisclosureMode Mode { get; }

    /// <summary>Why the team need not tell them.</summary>
    public string? Because { get; set; }
}

/// <summary>One entry of the change log. The newest entry is the version of the SOP.</summary>
/// <param name="version">Three numbers: "1.2.0".</param>
/// <param name="date">An ISO date: "2026-11-02".</param>
/// <param name="what">What changed, and why.</param>
/// <example>
/// <code><![CDATA[
/// [Change("1.1.0", "2026-11-02", "The founder looks at large invoices", Moves = "Look -> Check")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ChangeAttribute(string version, string date, string what) : Attribute
{
    /// <summary>The version that the change made.</summary>
    public string Version { get; } = version;

    /// <summary>The day of the change, as an ISO date.</summary>
    public string Date { get; } = date;

    /// <summary>What changed, and why.</summary>
    public string What { get; } = what;

    /// <summary>Where runs continue whose step was renamed or removed: "OldStep -> NewStep", several with commas.</summary>
    public string? Moves { get; set; }
}
