using SopAsCode;

namespace TinyTeam.Incidents;

/// <summary>Something that keeps customers from buying, or soon will.</summary>
/// <param name="Number">Its number, which is also the name of the call and of the thread.</param>
/// <param name="What">What customers notice, in one sentence.</param>
[Data(DataClass.Internal)]
public sealed record Incident([property: Key] string Number, string What);

/// <summary>How bad it is, as the commander sees it now.</summary>
/// <param name="Severity">The level.</param>
/// <param name="Reach">Who notices it, and what they can't do.</param>
[Data(DataClass.Internal)]
public sealed record Assessment(Severity Severity, string Reach);

/// <summary>How bad an incident is.</summary>
public enum Severity
{
    /// <summary>Nobody can buy, or data of customers is open to others.</summary>
    Sev1,

    /// <summary>Some can't buy, or something important is broken for all.</summary>
    Sev2,

    /// <summary>It is a nuisance, and there is a way around it.</summary>
    Sev3,
}

/// <summary>What the developers found.</summary>
/// <param name="Cause">What they think it is, and how sure they are.</param>
/// <param name="Repair">What they propose to do.</param>
/// <param name="Risk">What the repair can break.</param>
[Data(DataClass.Internal)]
public sealed record Diagnosis(string Cause, string Repair, string Risk);

/// <summary>What the commander decided.</summary>
/// <param name="Repair">What is done; empty: look further.</param>
[Data(DataClass.Internal)]
public sealed record Decision(string Repair);

/// <summary>How the shop is after the repair.</summary>
/// <param name="IsBack">Customers can buy again, and have for ten minutes.</param>
[Data(DataClass.Internal)]
public sealed record Recovery(bool IsBack);

/// <summary>What happened, why, and what we change.</summary>
/// <param name="Link">Where it is.</param>
[Data(DataClass.Internal)]
public sealed record PostMortem(string Link);
