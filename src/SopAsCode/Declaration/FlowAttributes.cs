namespace SopAsCode;

/// <summary>
/// Where the run goes when the step is completed or approved. Entries are tried in order; the first whose condition holds
/// wins. None at all: the next step in the source.
/// </summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
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
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnTimeoutAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;
}

/// <summary>Where the run goes when the step fails for good. Without it: <see cref="Sop.Fallback"/>.</summary>
/// <param name="step">A step by <c>nameof</c>, <see cref="Sop.Fallback"/>, or one of <see cref="End"/>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class OnFailureAttribute(string step) : Attribute
{
    /// <summary>Where to go.</summary>
    public string Step { get; } = step;

    /// <summary>Further attempts inside the step before it counts as failed, with growing pauses.</summary>
    public int Retries { get; set; }
}

/// <summary>How long a wait lasts, in place of an event. The three add up; the clock starts each time the step is entered.</summary>
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
/// Narrow autonomy: the write of this step may happen without a checkpoint while the condition holds and the count is not
/// used up. Checked just before each attempt starts; outside it the step does not start. With neither condition nor count it is words only.
/// </summary>
/// <param name="text">The limit in words.</param>
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
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ConditionAttribute(string text) : Attribute
{
    /// <summary>The condition in words.</summary>
    public string Text { get; } = text;
}
