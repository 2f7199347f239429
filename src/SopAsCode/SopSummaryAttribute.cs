using System.ComponentModel;

namespace SopAsCode;

/// <summary>
/// What rules, documents and tools need to know about one SOP without seeing its steps: a reference assembly has none. Generated; never
/// written by hand.
/// </summary>
/// <remarks>
/// Everything here is local: it follows from the declaration of this SOP alone, so that an edit of one SOP changes one summary. What
/// follows from several SOPs, such as what a hand-off leads to in the end, is for the reader to put together.
/// <para>
/// Members may be added to a format. A reader skips a summary of a newer format than it knows.
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
    /// Sixteen lower-case hexadecimal digits that differ when something that matters differs: flow, access, limits, prompts,
    /// checkpoints, performers, levels, models, conditions, hand-offs. Wording does not change it.
    /// </summary>
    public string? Fingerprint { get; set; }

    /// <summary>The type of the run's input, from <c>Sop&lt;TInput&gt;</c>; null when a run needs none.</summary>
    public Type? Input { get; set; }

    /// <summary>What else is true of it.</summary>
    public SopFacts Facts { get; set; }

    /// <summary>
    /// Where it can hurt: the impacts of all <c>[Writes]</c> on steps of AI and automation, approved or not. What a person does is that
    /// person's own act and does not count. A write for good that names no impact has none to show.
    /// </summary>
    public Impact Writes { get; set; }

    /// <summary>
    /// The part of <see cref="Writes"/> that a run can reach without crossing one approve edge: what SOP0201 flags. A write inside a
    /// <c>[Limit]</c> that says when, how often and since when does not count, as for that rule; a lesser limit changes nothing.
    /// </summary>
    public Impact UnapprovedWrites { get; set; }

    /// <summary>
    /// The SOPs that get work before anybody approved what this one was started with: were its input an AI's, and were it an AI that
    /// decided to start it, theirs would be too. What an AI of this SOP makes does not count: the rules at this SOP speak about that.
    /// </summary>
    public Type[] HandsOverUnapproved { get; set; } = [];

    /// <summary>
    /// The SOPs that get work without a person or a <c>[WaitFor]</c> on the way from the start. Outside automation and awaited SOPs
    /// are machines: they hold nobody up.
    /// </summary>
    public Type[] HandsOverUnattended { get; set; } = [];

    /// <summary>
    /// The types of the values that an AI of this SOP made, or that were made of such a value, and that nobody approved by the time a run
    /// completes: an SOP that waits for this one may get them as its <c>Result</c>.
    /// </summary>
    public Type[] CompletesWithUnreviewed { get; set; } = [];

    /// <summary>
    /// The types of the values that are what this SOP was started with, or were made of that, and that nobody approved by the time a run
    /// completes: were the input an AI's, they would be too.
    /// </summary>
    public Type[] PassesOnUnapproved { get; set; } = [];

    /// <summary>
    /// The declaration as JSON: the text that the generated <c>Definition</c> reads, as <see cref="Definitions.SopDefinition.Parse"/> does. Canonical: the
    /// same declaration gives the same text on every machine.
    /// </summary>
    public string? Definition { get; set; }
}
