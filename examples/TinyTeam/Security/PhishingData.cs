using SopAsCode;

namespace TinyTeam.Security;

/// <summary>A mail that looked wrong to somebody.</summary>
/// <param name="Number">The number of the report.</param>
/// <param name="ReportedBy">Who reported it.</param>
/// <param name="Sender">The address that the mail shows.</param>
/// <param name="Subject">Its subject.</param>
[Data(DataClass.Personal)]
public sealed record SuspiciousMail([property: Key] string Number, string ReportedBy, string Sender, string Subject);

/// <summary>What those who got the mail did with it.</summary>
/// <param name="GaveAway">What was typed in: a password, a card number; empty: nothing.</param>
/// <param name="OpenedFile">Somebody opened an attachment.</param>
[Data(DataClass.Confidential)]
public sealed record Damage(string GaveAway, bool OpenedFile);

/// <summary>What the mail is.</summary>
/// <param name="IsPhishing">It wants passwords, money or data.</param>
/// <param name="Marks">Sender, links and files by which to find more of it.</param>
[Data(DataClass.Internal)]
public sealed record Verdict(bool IsPhishing, string Marks);

/// <summary>What was done with the accounts of those who were caught.</summary>
/// <param name="Misused">Somebody else was in one of them.</param>
/// <param name="What">What they saw or changed.</param>
[Data(DataClass.Confidential)]
public sealed record AccountCheck(bool Misused, string What);
