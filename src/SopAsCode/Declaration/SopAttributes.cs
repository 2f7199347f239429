namespace SopAsCode;

/// <summary>This class is an SOP. It must be <c>partial</c> and derive from <see cref="Sop"/> or <see cref="Sop{TInput}"/>.</summary>
/// <param name="title">What people call it: "Customer support triage".</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SopAttribute(string title) : Attribute
{
    /// <summary>What people call the SOP.</summary>
    public string Title { get; } = title;

    /// <summary>
    /// The stable name of the SOP in records, links and file names: lower-case words with hyphens. Unset: the class name in
    /// that form, which changes when the class is renamed.
    /// </summary>
    public string? Id { get; set; }
}

/// <summary>Why the SOP exists.</summary>
/// <param name="goal">The business goal, starting with a verb.</param>
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
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OwnerAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>Who may do whatever the owner may when the owner is away.</summary>
/// <typeparam name="TRole">The role.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BackupAttribute<TRole> : Attribute
    where TRole : Role;

/// <summary>The value stream the SOP belongs to.</summary>
/// <typeparam name="TStream">The stream.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ValueStreamAttribute<TStream> : Attribute
    where TStream : ValueStream;

/// <summary>What starts a run.</summary>
/// <param name="when">In words: "New ticket or e-mail received".</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TriggerAttribute(string when) : Attribute
{
    /// <summary>What starts a run, in words.</summary>
    public string When { get; } = when;
}

/// <summary>What this SOP does not cover.</summary>
/// <param name="what">In words.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutOfScopeAttribute(string what) : Attribute
{
    /// <summary>What is left out.</summary>
    public string What { get; } = what;
}

/// <summary>How the team knows that the SOP works.</summary>
/// <param name="measure">What is measured.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MetricAttribute(Measure measure) : Attribute
{
    /// <summary>What is measured.</summary>
    public Measure Measure { get; } = measure;

    /// <summary>The name people use for it. Unset: the measure in words.</summary>
    public string? Name { get; set; }

    /// <summary>The value before the SOP, in <see cref="Unit"/>. Unset: <see cref="double.NaN"/>.</summary>
    public double Baseline { get; set; } = double.NaN;

    /// <summary>The value to reach, in <see cref="Unit"/>. Unset: <see cref="double.NaN"/>.</summary>
    public double Target { get; set; } = double.NaN;

    /// <summary>The unit of baseline and target: "minutes", "%".</summary>
    public string? Unit { get; set; }
}

/// <summary>How often the owner looks at the SOP again.</summary>
/// <param name="cadence">How often.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReviewAttribute(Cadence cadence) : Attribute
{
    /// <summary>How often.</summary>
    public Cadence Cadence { get; } = cadence;

    /// <summary>The day of the last review, as an ISO date (2026-11-02).</summary>
    public string? Last { get; set; }
}

/// <summary>How the work is done without AI and automation. Also a state of the machine: <see cref="Sop.Fallback"/>.</summary>
/// <param name="how">What the person does.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FallbackAttribute(string how) : Attribute
{
    /// <summary>What the person does.</summary>
    public string How { get; } = how;

    /// <summary>When to switch to the manual path.</summary>
    public string? SwitchWhen { get; set; }
}

/// <summary>How customers are told that AI helped.</summary>
/// <param name="text">What they are told, and where.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DisclosureAttribute(string text) : Attribute
{
    /// <summary>What customers are told, and where.</summary>
    public string Text { get; } = text;
}

/// <summary>One entry of the change log. The newest entry is the version of the SOP.</summary>
/// <param name="version">Three numbers: "1.2.0".</param>
/// <param name="date">An ISO date: "2026-11-02".</param>
/// <param name="what">What changed, and why.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ChangeAttribute(string version, string date, string what) : Attribute
{
    /// <summary>The version that the change made.</summary>
    public string Version { get; } = version;

    /// <summary>The day of the change, as an ISO date.</summary>
    public string Date { get; } = date;

    /// <summary>What changed, and why.</summary>
    public string What { get; } = what;
}
