using SopAsCode;

namespace TinyTeam.Sales;

/// <summary>Somebody who might buy.</summary>
/// <param name="Email">The address, by which answers find the run.</param>
/// <param name="Name">The name.</param>
/// <param name="Company">The company, empty for a private person.</param>
/// <param name="Message">What the lead wrote or did last.</param>
/// <param name="Source">Where the lead came from.</param>
[Data(DataClass.Personal)]
public sealed record Lead([property: Key] string Email, string Name, string Company, string Message, string Source);

/// <summary>What a public register says of the lead's company.</summary>
/// <param name="Industry">The industry.</param>
/// <param name="Employees">How many people work there.</param>
/// <param name="Country">The country.</param>
[Data(DataClass.Internal)]
public sealed record CompanyProfile(string Industry, int Employees, string Country);

/// <summary>How well the lead fits, and how much it wants.</summary>
/// <param name="Fit">From 0 to 100: is it somebody we can help?</param>
/// <param name="Intent">From 0 to 100: does it want to buy now?</param>
/// <param name="Why">Two sentences, with the words of the lead that count.</param>
public sealed record LeadScore(int Fit, int Intent, string Why);

/// <summary>What came out of a call.</summary>
/// <param name="NextStep">What was agreed, with a date.</param>
/// <param name="IsForLater">Interested, but not now.</param>
[Data(DataClass.Personal)]
public sealed record CallNote(string NextStep, bool IsForLater);

/// <summary>A mail to one lead.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The text.</param>
public sealed record NurtureMail(string Subject, string Text);

/// <summary>The last mail that really went out; a draft may have been sent back since.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The text.</param>
[Data(DataClass.Personal)]
public sealed record SentMail(string Subject, string Text);

/// <summary>What a lead did after a mail.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="Words">What it wrote, or the page it opened.</param>
[Data(DataClass.Personal)]
public sealed record Engagement(EngagementKind Kind, string Words);

/// <summary>What a lead can do after a mail.</summary>
public enum EngagementKind
{
    /// <summary>Answered the mail.</summary>
    Answered,

    /// <summary>Opened the price page or booked a call.</summary>
    LookedAtPrices,

    /// <summary>Wants no more mail.</summary>
    Unsubscribed,
}

/// <summary>Contacts that nobody touched for long, or that look double.</summary>
/// <param name="Contacts">The contacts, at most two hundred.</param>
[Data(DataClass.Personal)]
public sealed record ContactBatch(IReadOnlyList<Contact> Contacts);

/// <summary>A contact as the CRM has it.</summary>
/// <param name="Id">Its number in the CRM.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="Company">The company.</param>
/// <param name="LastTouched">When somebody last wrote or called.</param>
/// <param name="IsCustomer">There is an invoice.</param>
[Data(DataClass.Personal)]
public sealed record Contact(int Id, string Name, string Email, string Company, DateOnly LastTouched, bool IsCustomer);

/// <summary>What should change in the CRM, line by line.</summary>
/// <param name="Merges">Pairs that are the same person.</param>
/// <param name="Corrections">Fields that are wrong.</param>
/// <param name="Deletions">Contacts that should go.</param>
public sealed record CleanUpPlan(IReadOnlyList<Merge> Merges, IReadOnlyList<Correction> Corrections, IReadOnlyList<Deletion> Deletions);

/// <summary>Two contacts that are one person.</summary>
/// <param name="Keep">The contact that stays.</param>
/// <param name="Drop">The contact that goes into it.</param>
/// <param name="Why">What shows it.</param>
public sealed record Merge(int Keep, int Drop, string Why);

/// <summary>A field that is wrong.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Field">The field.</param>
/// <param name="Value">The right value.</param>
public sealed record Correction(int Contact, string Field, string Value);

/// <summary>A contact that should go.</summary>
/// <param name="Contact">The contact.</param>
/// <param name="Why">Why.</param>
public sealed record Deletion(int Contact, string Why);

/// <summary>Where the backup is.</summary>
/// <param name="Address">The address of the file.</param>
public sealed record CrmBackup(string Address);
