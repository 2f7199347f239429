using SopAsCode;

namespace TinyTeam.Onboarding;

/// <summary>Somebody who just signed.</summary>
/// <param name="Account">The account, by which the first login finds the run.</param>
/// <param name="Company">The company.</param>
/// <param name="Contact">Whom we talk to.</param>
/// <param name="Email">The address.</param>
/// <param name="Plan">What was bought.</param>
[Data(DataClass.Personal)]
public sealed record NewCustomer([property: Key] string Account, string Company, string Contact, string Email, string Plan);

/// <summary>What sales knows and nobody else does.</summary>
/// <param name="Goal">What the customer wants to have after three months.</param>
/// <param name="Promises">What we promised beyond the contract.</param>
/// <param name="Worries">What the customer is afraid of.</param>
[Data(DataClass.Personal)]
public sealed record SalesHandover(string Goal, string Promises, string Worries);

/// <summary>How the account was set up.</summary>
/// <param name="ImportedProducts">How many products were taken over.</param>
/// <param name="OpenPoints">What is still missing.</param>
[Data(DataClass.Internal)]
public sealed record AccountSetup(int ImportedProducts, string OpenPoints);

/// <summary>What the customer gets first.</summary>
/// <param name="Mail">The welcome mail.</param>
/// <param name="Plan">The first 30 days, week by week.</param>
public sealed record WelcomePack(string Mail, string Plan);

/// <summary>The customer was there.</summary>
/// <param name="At">When.</param>
[Data(DataClass.Personal)]
public sealed record FirstLogin(DateTimeOffset At);

/// <summary>How it goes after two weeks.</summary>
/// <param name="UsesIt">The customer works with it every week.</param>
/// <param name="NextStep">What was agreed.</param>
[Data(DataClass.Personal)]
public sealed record TwoWeekCheck(bool UsesIt, string NextStep);
