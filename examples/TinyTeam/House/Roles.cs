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
