using SopAsCode;

namespace Real;

/// <summary>Whoever keeps SOPs up to date in a trade.</summary>
[Title("Process lead")]
public sealed class ProcessLead : Role;

/// <summary>Looks at SOPs of others.</summary>
public sealed class Auditor : Role;

/// <summary>Keeps services running.</summary>
public sealed class Operations : ValueStream;

/// <summary>Everything after the sale.</summary>
public sealed class Service : ValueStream;

/// <summary>What all of them agreed.</summary>
[RequireReview(Cadence.Yearly)]
[RequireApprover<Refunds.SupportAgent>(Impact.Money)]
[OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/London")]
public sealed class HousePolicy : Policy;
