namespace SopAsCode;

/// <summary>The house lets this agent see data up to a class.</summary>
/// <typeparam name="TAgent">The agent.</typeparam>
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
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CapAttribute(Impact impact, Level level) : Attribute
{
    /// <summary>The impact, or several.</summary>
    public Impact Impact { get; } = impact;

    /// <summary>The highest level.</summary>
    public Level Level { get; } = level;
}

/// <summary>Who holds a role. Several people may hold one, one person several.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <param name="person">How the person signs in: an e-mail address or a login.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HolderAttribute<TRole>(string person) : Attribute
    where TRole : Role
{
    /// <summary>How the person signs in.</summary>
    public string Person { get; } = person;
}

/// <summary>The slowest review cadence the house accepts.</summary>
/// <param name="cadence">At least this often.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequireReviewAttribute(Cadence cadence) : Attribute
{
    /// <summary>At least this often.</summary>
    public Cadence Cadence { get; } = cadence;
}

/// <summary>
/// Lets one SOP write to one tool where it can hurt. Kept in a file of its own, so that asking and granting are two reviews.
/// </summary>
/// <typeparam name="TSop">The SOP that may write.</typeparam>
/// <typeparam name="TTool">The tool it may write to.</typeparam>
/// <param name="impact">Where the writes may hurt.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GrantAttribute<TSop, TTool>(Impact impact) : Attribute
    where TSop : Sop
    where TTool : Tool
{
    /// <summary>Where the writes may hurt.</summary>
    public Impact Impact { get; } = impact;

    /// <summary>The role that grants it.</summary>
    public Type? By { get; set; }

    /// <summary>Since when, as an ISO date.</summary>
    public string? On { get; set; }

    /// <summary>The last day it holds, as an ISO date. Unset: without end.</summary>
    public string? Until { get; set; }

    /// <summary>Why it is granted.</summary>
    public string? Because { get; set; }
}
