using System.ComponentModel;

namespace SopAsCode;

/// <summary>
/// What rules, documents and tools need to know about one SOP without seeing its steps, because a reference assembly has no steps. The
/// generator writes it; never write it by hand.
/// </summary>
/// <remarks>
/// Everything here is local: it follows from the declaration of this SOP alone, so that an edit of one SOP changes one summary. What
/// follows from several SOPs, such as the final effect of a hand-off, the reader of the summaries must compute.
/// <para>
/// A format may get more members. A reader skips a summary whose format is newer than the formats it knows.
/// </para>
/// </remarks>
/// <param name="sop">The SOP.</param>
/// <param name="format">The version of this attribute's format; a reader skips one it does not know.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SopSummaryAttribute(Type sop, int format) : Attribute
{
    /// <summary>The SOP.</summary>
    public Type Sop { get; } = sop;

    /// <summary>The version of the format.</summary>
    public int Format { get; } = format;

    /// <summary>The stable name of the SOP: lower-case words with hyphens.</summary>
    public string? Id { get; set; }

    /// <summary>The version of the newest <c>[Change]</c>, as written; null when there is none.</summary>
    public string? Version { get; set; }

    /// <summary>
    /// Sixteen lower-case hexadecimal digits that change when something important changes: flow, access, limits, prompts,
    /// checkpoints, performers, levels, models, conditions, hand-offs. Wording does not change them.
    /// </summary>
    public string? Fingerprint { get; set; }

    /// <summary>The type of the run's input, from <c>Sop&lt;TInput&gt;</c>; null when a run needs none.</summary>
    public Type? Input { get; set; }

    /// <summary>What else is true of the SOP.</summary>
    public SopFacts Facts { get; set; }

    /// <summary>
    /// Where the SOP can hurt: the impacts of all <c>[Writes]</c> on steps of AI and automation, approved or not. What a person does is
    /// that person's own act and does not count. An irreversible write that names no impact adds nothing here.
    /// </summary>
    public Impact Writes { get; set; }

    /// <summary>
    /// The part of <see cref="Writes"/> that a run can reach without crossing an approve edge: SOP0201 reports these writes. As in
    /// that rule, a write inside a <c>[Limit]</c> that states when, how often and since when does not count; a limit without one of
    /// these changes nothing.
    /// </summary>
    public Impact UnapprovedWrites { get; set; }

    /// <summary>
    /// The SOPs that get work before anybody approved what started this SOP: if an AI makes the input of this SOP and decides to
    /// start it, the same holds for those SOPs. What an AI of this SOP makes does not count, because the rules report that at this
    /// SOP.
    /// </summary>
    public Type[] HandsOverUnapproved { get; set; } = [];

    /// <summary>
    /// The SOPs that get work on a path that has no person and no <c>[WaitFor]</c> after the start. Outside automations and awaited
    /// SOPs are machines, so they do not count as a stop on that path.
    /// </summary>
    public Type[] HandsOverUnattended { get; set; } = [];

    /// <summary>
    /// The types of the values that steps of this SOP made whenever a run completes on a way that the SOP states; a run that somebody completes in the manual
    /// path has none. An SOP that waits for this one may count on them as its <c>Result</c>.
    /// </summary>
    public Type[] CompletesWith { get; set; } = [];

    /// <summary>
    /// The types of the values that an AI of this SOP made, or that were made from such a value, and that nobody approved before the run
    /// completes. An SOP that waits for this one may get them as its <c>Result</c>.
    /// </summary>
    public Type[] CompletesWithUnreviewed { get; set; } = [];

    /// <summary>
    /// The types of the values that this SOP was started with, or that were made from these values, and that nobody approved before the
    /// run completes. If an AI makes the input, these values come from an AI too.
    /// </summary>
    public Type[] PassesOnUnapproved { get; set; } = [];

    /// <summary>
    /// The types of the values whose last version a person approved on each way to the completed end, each followed by the role that approved it: a type stands
    /// there once for each role that can have approved it last. An SOP that waits for this one may get them as its <c>Result</c>.
    /// </summary>
    public Type[] ApprovedBy { get; set; } = [];

    /// <summary>The part of <see cref="Writes"/> that rests on the approval with which the input comes, because of <c>[ApprovedInput]</c>.</summary>
    public Impact ApprovedInputWrites { get; set; }

    /// <summary>
    /// The roles of the people who write, in tools, what rests on the approval with which the input comes, each followed by the <see cref="Impact"/> of its writes. Whether such a
    /// write needs the approval of another role is a matter of the policy of whoever hands over.
    /// </summary>
    public object[] ApprovedInputWriters { get; set; } = [];

    /// <summary>The SOPs with <c>[ApprovedInput]</c> that get work which rests on the approval with which the input of this SOP comes.</summary>
    public Type[] PassesOnApproval { get; set; } = [];

    /// <summary>
    /// The declaration as JSON: the text that the generated <c>Definition</c> reads, as <see cref="Definitions.SopDefinition.Parse"/> does. Canonical: the
    /// same declaration gives the same text on every machine.
    /// </summary>
    public string? Definition { get; set; }
}
