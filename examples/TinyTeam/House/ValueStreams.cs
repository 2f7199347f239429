using SopAsCode;

namespace TinyTeam.House;

/// <summary>From a stranger to somebody who knows us.</summary>
[Title("Lead generation and nurturing")]
public sealed class LeadGeneration : ValueStream;

/// <summary>From a first talk to a customer who uses what was bought.</summary>
[Title("Sales and onboarding")]
public sealed class SalesAndOnboarding : ValueStream;

/// <summary>Having the goods, and getting them out of the door.</summary>
[Title("Service delivery")]
public sealed class ServiceDelivery : ValueStream;

/// <summary>Everything after the sale.</summary>
[Title("Customer success and support")]
public sealed class CustomerSuccess : ValueStream;

/// <summary>From an invoice to money on the account, and back where it is due.</summary>
[Title("Billing and renewals")]
public sealed class BillingAndRenewals : ValueStream;

/// <summary>The shop as customers meet it: up, fast and safe.</summary>
[Title("Running the shop")]
public sealed class RunningTheShop : ValueStream;

/// <summary>Those who work here, and what they are owed.</summary>
[Title("People and pay")]
public sealed class PeopleAndPay : ValueStream;
