using SopAsCode;

namespace TinyTeam.House;

/// <summary>What the whole team agreed once.</summary>
[Allow<TicketClassifier>(UpTo = DataClass.Personal), Allow<ReplyWriter>(UpTo = DataClass.Personal)]
[Allow<ResearchAssistant>(UpTo = DataClass.Internal), Allow<ContentWriter>(UpTo = DataClass.Internal)]
[Allow<LeadScorer>(UpTo = DataClass.Personal), Allow<ContactChecker>(UpTo = DataClass.Personal)]
[Allow<RefundAssessor>(UpTo = DataClass.Personal), Allow<StockPlanner>(UpTo = DataClass.Personal)]
[Allow<OperationsAnalyst>(UpTo = DataClass.Confidential), Allow<ReminderWriter>(UpTo = DataClass.Confidential)]
[Cap(Impact.Money | Impact.Legal | Impact.Inventory | Impact.PublicPages | Impact.Employees, Level.PrepareForApproval)]
[Cap(Impact.Customers, Level.Autonomous)]
[Holder<Founder>("ana@example.com"), Holder<CustomerSuccessLead>("ben@example.com"), Holder<SeniorSupport>("cho@example.com")]
[Holder<ContentLead>("dia@example.com"), Holder<SalesLead>("eli@example.com"), Holder<OperationsLead>("fay@example.com")]
[Holder<Bookkeeper>("gus@example.com"), Holder<LeadDeveloper>("hal@example.com"), Holder<Developer>("ivy@example.com")]
[Holder<IncidentCommander>("fay@example.com"), Holder<IncidentCommander>("hal@example.com")]
[Holder<Scribe>("dia@example.com"), Holder<Scribe>("eli@example.com")]
[Holder<CustomerLiaison>("ben@example.com"), Holder<CustomerLiaison>("cho@example.com")]
[RequireReview(Cadence.Quarterly)]
[OfficeHours("MON-FRI 09:00-17:00", Zone = "Europe/Berlin")]
public sealed class HousePolicy : Policy;
