using System.Text.Json.Serialization;
using TinyTeam.Billing;
using TinyTeam.Content;
using TinyTeam.Incidents;
using TinyTeam.Onboarding;
using TinyTeam.Operations;
using TinyTeam.Payroll;
using TinyTeam.Releases;
using TinyTeam.Sales;
using TinyTeam.Security;
using TinyTeam.Support;

namespace TinyTeam.Play;

/// <summary>The JSON of all values of the team's runs: a line for each type. Nothing is looked up when the program runs, so it can be published trimmed.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AccountStatus))]
[JsonSerializable(typeof(CallResult))]
[JsonSerializable(typeof(IncomingPayment))]
[JsonSerializable(typeof(OrderFacts))]
[JsonSerializable(typeof(OverdueInvoice))]
[JsonSerializable(typeof(OverdueList))]
[JsonSerializable(typeof(RefundMessage))]
[JsonSerializable(typeof(RefundProposal))]
[JsonSerializable(typeof(RefundReceipt))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(Reminder))]
[JsonSerializable(typeof(Content.Article), TypeInfoPropertyName = "ContentArticle")]
[JsonSerializable(typeof(Brief))]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(Evidence))]
[JsonSerializable(typeof(Outline))]
[JsonSerializable(typeof(PageAddress))]
[JsonSerializable(typeof(Promotion))]
[JsonSerializable(typeof(Topic))]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(DiskAlert))]
[JsonSerializable(typeof(DiskState))]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(PostMortem))]
[JsonSerializable(typeof(Recovery))]
[JsonSerializable(typeof(AccountSetup))]
[JsonSerializable(typeof(FirstLogin))]
[JsonSerializable(typeof(NewCustomer))]
[JsonSerializable(typeof(SalesHandover))]
[JsonSerializable(typeof(TwoWeekCheck))]
[JsonSerializable(typeof(WelcomePack))]
[JsonSerializable(typeof(AgreedActions))]
[JsonSerializable(typeof(PurchaseOrder))]
[JsonSerializable(typeof(StockAlert))]
[JsonSerializable(typeof(StockCount))]
[JsonSerializable(typeof(SupplierConfirmation))]
[JsonSerializable(typeof(WeekNumbers))]
[JsonSerializable(typeof(WeekSummary))]
[JsonSerializable(typeof(MonthChanges))]
[JsonSerializable(typeof(PayrollList))]
[JsonSerializable(typeof(Salary))]
[JsonSerializable(typeof(TransferReceipt))]
[JsonSerializable(typeof(Candidate))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(Trial))]
[JsonSerializable(typeof(CallNote))]
[JsonSerializable(typeof(CleanUpPlan))]
[JsonSerializable(typeof(CompanyProfile))]
[JsonSerializable(typeof(ContactBatch))]
[JsonSerializable(typeof(CrmBackup))]
[JsonSerializable(typeof(Engagement))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(LeadScore))]
[JsonSerializable(typeof(NurtureMail))]
[JsonSerializable(typeof(SentMail))]
[JsonSerializable(typeof(AccountCheck))]
[JsonSerializable(typeof(Damage))]
[JsonSerializable(typeof(SuspiciousMail))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(Support.Article), TypeInfoPropertyName = "SupportArticle")]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Triage))]
internal sealed partial class TeamJson : JsonSerializerContext;
