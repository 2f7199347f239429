// This file is also compiled into the compiler side, in a namespace of its own, so that both use the same names.
#if SOP_MODEL
namespace SopAsCode.Model;
#else
namespace SopAsCode;
#endif

/// <summary>How much an AI step may do by itself. A step earns autonomy by weeks of work at a lower level.</summary>
public enum Level
{
    /// <summary>Reads and analyses; changes nothing. This is the default and the lowest level.</summary>
    ReadOnly = 1,

    /// <summary>Writes drafts that nobody outside sees.</summary>
    DraftOnly = 2,

    /// <summary>Prepares an action that a person approves before it happens.</summary>
    PrepareForApproval = 3,

    /// <summary>Acts by itself inside a stated <c>[Limit]</c>.</summary>
    Autonomous = 4,
}

/// <summary>Where a write can hurt.</summary>
[Flags]
public enum Impact
{
    /// <summary>The SOP says explicitly that the write hurts nobody outside the team.</summary>
    None = 0,

    /// <summary>Payments, refunds, prices.</summary>
    Money = 1,

    /// <summary>What customers receive or see.</summary>
    Customers = 2,

    /// <summary>Stock and orders.</summary>
    Inventory = 4,

    /// <summary>Contracts and legal claims.</summary>
    Legal = 8,

    /// <summary>Records about employees.</summary>
    Employees = 16,

    /// <summary>Pages anybody can read.</summary>
    PublicPages = 32,
}

/// <summary>How sensitive data is, from harmless to secret. A higher class includes the lower ones.</summary>
public enum DataClass
{
    /// <summary>Anybody may read it.</summary>
    Public = 0,

    /// <summary>For the team.</summary>
    Internal = 1,

    /// <summary>About a person who can be identified.</summary>
    Personal = 2,

    /// <summary>Does harm if it leaves the company.</summary>
    Confidential = 3,

    /// <summary>Passwords, keys, and the like.</summary>
    Secret = 4,
}

/// <summary>What a metric measures.</summary>
public enum Measure
{
    /// <summary>People's time saved per run.</summary>
    TimeSaved = 0,

    /// <summary>From start to end of a run.</summary>
    CycleTime = 1,

    /// <summary>Share of runs that end completed.</summary>
    CompletionRate = 2,

    /// <summary>Share of outputs sent back at a checkpoint.</summary>
    ReworkRate = 3,

    /// <summary>Share of outputs that were wrong.</summary>
    ErrorRate = 4,

    /// <summary>Runs that left the SOP for a person.</summary>
    Escalations = 5,

    /// <summary>Runs per period.</summary>
    Throughput = 6,

    /// <summary>What one run costs in tools and AI.</summary>
    CostPerRun = 7,

    /// <summary>The share of the work that is done with the SOP.</summary>
    Adoption = 8,

    /// <summary>A business result, recorded by hand.</summary>
    Outcome = 9,
}

/// <summary>The stage an SOP has reached in its life.</summary>
public enum Stage
{
    /// <summary>In use.</summary>
    Active = 0,

    /// <summary>Only an idea: a title, an assessment and notes are enough. It has no steps and no machine.</summary>
    Idea = 1,

    /// <summary>No longer used; runs that have begun may still be finished.</summary>
    Retired = 2,
}

/// <summary>A task that a role has in an SOP besides owning it.</summary>
public enum Duty
{
    /// <summary>Built the workflow and keeps it running.</summary>
    Builder = 0,

    /// <summary>Knows the subject, and says whether the output is right.</summary>
    Reviewer = 1,

    /// <summary>Keeps the declaration and its page up to date.</summary>
    Documentation = 2,

    /// <summary>Does the work by hand that an AI or an outside automation can't do yet.</summary>
    Operator = 3,
}

/// <summary>Whether the team tells customers that AI helped.</summary>
public enum DisclosureMode
{
    /// <summary>The team tells them.</summary>
    Told = 0,

    /// <summary>The team need not tell them; the SOP states the reason.</summary>
    NotNeeded = 1,
}

/// <summary>How often something is reviewed.</summary>
public enum Cadence
{
    /// <summary>Every week.</summary>
    Weekly = 0,

    /// <summary>Every other week.</summary>
    Biweekly = 1,

    /// <summary>Every month.</summary>
    Monthly = 2,

    /// <summary>Every three months.</summary>
    Quarterly = 3,

    /// <summary>Every year.</summary>
    Yearly = 4,
}

/// <summary>What a step may do with a tool.</summary>
public enum Access
{
    /// <summary>Reads it.</summary>
    Read = 0,

    /// <summary>Saves drafts in it.</summary>
    Draft = 1,

    /// <summary>Writes to it.</summary>
    Write = 2,
}
