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
