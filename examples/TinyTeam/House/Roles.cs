using SopAsCode;

namespace TinyTeam.House;

/// <summary>Started the shop, and answers for it.</summary>
public sealed class Founder : Role;

/// <summary>Answers for what customers hear from us.</summary>
[Title("Customer success lead")]
public sealed class CustomerSuccessLead : Role;

/// <summary>Knows the difficult customers by name.</summary>
[Title("Senior support")]
public sealed class SeniorSupport : Role;

/// <summary>Decides what we publish, and edits it.</summary>
[Title("Content lead")]
public sealed class ContentLead : Role;

/// <summary>Talks to everybody who might buy.</summary>
[Title("Sales lead")]
public sealed class SalesLead : Role;

/// <summary>Keeps stock, orders and accounts in order.</summary>
[Title("Operations lead")]
public sealed class OperationsLead : Role;

/// <summary>Keeps the books, two days a week.</summary>
public sealed class Bookkeeper : Role;

/// <summary>Builds the shop, and is on call every second week.</summary>
public class Developer : Role;

/// <summary>Decides what goes live; may do whatever a developer may.</summary>
[Title("Lead developer")]
public sealed class LeadDeveloper : Developer;

/// <summary>Leads an incident, and touches no system while leading.</summary>
[Title("Incident commander")]
public sealed class IncidentCommander : Role;

/// <summary>Writes down what is said and done in an incident, with the time.</summary>
public sealed class Scribe : Role;

/// <summary>Speaks with customers during an incident.</summary>
[Title("Customer liaison")]
public sealed class CustomerLiaison : Role;
