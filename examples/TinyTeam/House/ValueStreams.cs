using SopAsCode;

namespace TinyTeam.House;

/// <summary>Everything after the sale.</summary>
[Title("Customer success and support")]
public sealed class CustomerSuccess : ValueStream;
