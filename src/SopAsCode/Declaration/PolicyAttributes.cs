namespace SopAsCode;

/// <summary>The organisation lets this agent see data up to this class.</summary>
/// <typeparam name="TAgent">The agent.</typeparam>
/// <example>
/// <code><![CDATA[
/// [Allow<ReplyWriter>(UpTo = DataClass.Personal)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AllowAttribute<TAgent> : Attribute
    where TAgent : Agent
{
    /// <summary>The highest class of data the agent may see.</summary>
    public DataClass UpTo { get; set; }
}

/// <summary>The highest level an AI may have where a write has this impact.</summary>
/// <param name="impact">The impact, or several.</param>
/// <param name="level">The highest level.</param>
/// <example>
/// <code><![CDATA[
/// [Cap(Impact.Money | Impact.Legal, Level.PrepareForApproval)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CapAttribute(Impact impact, Level level) : Attribute
{
    /// <summary>The impact, or several.</summary>
    public Impact Impact { get; } = impact;

    /// <summary>The highest level.</summary>
    public Level Level { get; } = level;
}

/// <summary>Who holds a role. Several people may hold one role, and one person may hold several roles.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <param name="person">How the person signs in: an e-mail address or a login.</param>
/// <example>
/// <code><![CDATA[
/// [Holder<Founder>("ana@example.com"), Holder<Bookkeeper>("ben@example.com")]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HolderAttribute<TRole>(string person) : Attribute
    where TRole : Role
{
    /// <summary>How the person signs in.</summary>
    public string Person { get; } = person;
}

/// <summary>The slowest review cadence that the organisation accepts.</summary>
/// <param name="cadence">At least this often.</param>
/// <example>
/// <code><![CDATA[
/// [RequireReview(Cadence.Quarterly)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequireReviewAttribute(Cadence cadence) : Attribute
{
    /// <summary>At least this often.</summary>
    public Cadence Cadence { get; } = cadence;
}

/// <summary>The organisation lets SOPs use this tool, up to this access. As soon as there is one such entry, a tool without an entry is not allowed.</summary>
/// <typeparam name="TTool">The tool.</typeparam>
/// <param name="access">The highest access.</param>
/// <example>
/// <code><![CDATA[
/// [AllowTool<Helpdesk>(Access.Write), AllowTool<Ledger>(Access.Read)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AllowToolAttribute<TTool>(Access access) : Attribute
    where TTool : Tool
{
    /// <summary>The highest access.</summary>
    public Access Access { get; } = access;
}

/// <summary>A metric that every SOP must have.</summary>
/// <param name="measure">What is measured.</param>
/// <example>
/// <code><![CDATA[
/// [RequireMetric(Measure.ReworkRate)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RequireMetricAttribute(Measure measure) : Attribute
{
    /// <summary>What is measured.</summary>
    public Measure Measure { get; } = measure;
}

/// <summary>The role that must approve every write with this impact, on every way to it, and be shown what is written; a person's write in a human step of another role too.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <param name="impact">The impact, or several.</param>
/// <example>
/// <code><![CDATA[
/// [RequireApprover<Founder>(Impact.Money)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RequireApproverAttribute<TRole>(Impact impact) : Attribute
    where TRole : Role
{
    /// <summary>The impact, or several.</summary>
    public Impact Impact { get; } = impact;
}

/// <summary>The largest share of all checkpoints that one role may approve.</summary>
/// <param name="percent">From 1 to 100.</param>
/// <example>
/// <code><![CDATA[
/// [MaxApprovalShare(60)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MaxApprovalShareAttribute(int percent) : Attribute
{
    /// <summary>From 1 to 100.</summary>
    public int Percent { get; } = percent;
}

/// <summary>How long a person must have checked the work of a step before the step may be autonomous.</summary>
/// <param name="days">Days.</param>
/// <example>
/// <code><![CDATA[
/// [MinimumTrial(28)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MinimumTrialAttribute(int days) : Attribute
{
    /// <summary>Days.</summary>
    public int Days { get; } = days;
}

/// <summary>The pattern that the title of every SOP must match.</summary>
/// <param name="regex">A regular expression that the whole title matches.</param>
/// <example>
/// <code><![CDATA[
/// [TitlePattern("[A-Z].{5,60}")]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TitlePatternAttribute(string regex) : Attribute
{
    /// <summary>The regular expression.</summary>
    public string Regex { get; } = regex;
}

/// <summary>The largest number of steps an SOP may have.</summary>
/// <param name="count">How many.</param>
/// <example>
/// <code><![CDATA[
/// [MaxSteps(12)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MaxStepsAttribute(int count) : Attribute
{
    /// <summary>How many.</summary>
    public int Count { get; } = count;
}

/// <summary>The longest time for which a rule may be waived.</summary>
/// <param name="days">Days.</param>
/// <example>
/// <code><![CDATA[
/// [WaiverLimit(90)]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WaiverLimitAttribute(int days) : Attribute
{
    /// <summary>Days.</summary>
    public int Days { get; } = days;
}

/// <summary>A rule that may be waived here although usually it may not.</summary>
/// <param name="ruleId">The rule: "SOP0203".</param>
/// <example>
/// <code><![CDATA[
/// [AllowWaiver("SOP0203")]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AllowWaiverAttribute(string ruleId) : Attribute
{
    /// <summary>The rule.</summary>
    public string RuleId { get; } = ruleId;
}

/// <summary>The team is one person, so no second person can check the work. The SOP records this and the page says it.</summary>
/// <example>
/// <code><![CDATA[
/// [OnePersonTeam]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnePersonTeamAttribute : Attribute;

/// <summary>
/// The hours when people are at work: the time of a <c>[Due]</c> counts only inside these hours, and schedules use this time zone. On an SOP it counts in
/// place of the policy's.
/// </summary>
/// <param name="hours">Days and hours: "MON-FRI 09:00-17:00", several with commas; or <see cref="OfficeHours.Always"/>.</param>
/// <example>
/// <code><![CDATA[
/// [OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Vienna")]
/// public sealed class HousePolicy : Policy;
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OfficeHoursAttribute(string hours) : Attribute
{
    /// <summary>Days and hours.</summary>
    public string Hours { get; } = hours;

    /// <summary>The time zone, by its IANA name; the default is that of the policy, and else UTC.</summary>
    public string? Zone { get; set; }
}

/// <summary>Hours for <see cref="OfficeHoursAttribute"/>.</summary>
public static class OfficeHours
{
    /// <summary>Day and night, on every day.</summary>
    public const string Always = "always";
}

/// <summary>Names the policy that counts, when it is in another assembly or there are several policies.</summary>
/// <typeparam name="TPolicy">The policy.</typeparam>
/// <example>
/// <code><![CDATA[
/// [assembly: UsePolicy<HousePolicy>]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UsePolicyAttribute<TPolicy> : Attribute
    where TPolicy : Policy;

/// <summary>
/// Lets one SOP write to one tool where the write can hurt. Grants are in a file of their own, so that asking for one and giving it are two separate reviews.
/// </summary>
/// <typeparam name="TSop">The SOP that may write.</typeparam>
/// <typeparam name="TTool">The tool it may write to.</typeparam>
/// <param name="impact">Where the writes may hurt.</param>
/// <example>
/// <code><![CDATA[
/// [assembly: Grant<RefundCustomer, Ledger>(
///     Impact.Money, By = typeof(Founder), On = "2026-11-02", Because = "Small refunds are paid after a review")]
/// ]]></code>
/// </example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GrantAttribute<TSop, TTool>(Impact impact) : Attribute
    where TSop : Sop
    where TTool : Tool
{
    /// <summary>Where the writes may hurt.</summary>
    public Impact Impact { get; } = impact;

    /// <summary>The role that grants it.</summary>
    public Type? By { get; set; }

    /// <summary>The first day it holds, as an ISO date.</summary>
    public string? On { get; set; }

    /// <summary>The last day it holds, as an ISO date. A grant without a last day has no end.</summary>
    public string? Until { get; set; }

    /// <summary>Why it is granted.</summary>
    public string? Because { get; set; }
}
