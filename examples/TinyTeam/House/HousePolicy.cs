using SopAsCode;

namespace TinyTeam.House;

/// <summary>What the whole team agreed once.</summary>
[Allow<TicketClassifier>(UpTo = DataClass.Personal), Allow<ReplyWriter>(UpTo = DataClass.Personal)]
[Cap(Impact.Money | Impact.Legal, Level.PrepareForApproval), Cap(Impact.Customers, Level.Autonomous)]
[Holder<Founder>("ana@example.com"), Holder<CustomerSuccessLead>("ben@example.com"), Holder<SeniorSupport>("cho@example.com")]
[RequireReview(Cadence.Quarterly)]
public sealed class HousePolicy : Policy;
