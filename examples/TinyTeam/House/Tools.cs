using SopAsCode;

namespace TinyTeam.House;

/// <summary>Where tickets come in and replies go out.</summary>
[Link("Queue", "https://helpdesk.example.com/queue")]
[Link("Macros", "https://helpdesk.example.com/macros")]
[Holds(DataClass.Personal)]
public sealed class Helpdesk : Tool;

/// <summary>What we learned, for the next ticket.</summary>
[Title("Knowledge base")]
[Link("Articles", "https://kb.example.com")]
[Holds(DataClass.Internal)]
public sealed class KnowledgeBase : Tool;

/// <summary>Our public site and its blog.</summary>
[Link("Editor", "https://www.example.com/edit")]
[Touches(Impact.PublicPages)]
public sealed class Website : Tool;

/// <summary>Social posts and the newsletter, by date.</summary>
[Title("Promotion planner")]
[Link("Calendar", "https://planner.example.com/calendar")]
[Touches(Impact.PublicPages | Impact.Customers)]
public sealed class PromotionPlanner : Tool;

/// <summary>Who came, from where, and what they looked for.</summary>
[Link("Reports", "https://analytics.example.com/reports")]
[Holds(DataClass.Internal)]
public sealed class Analytics : Tool;

/// <summary>Where files of the team live.</summary>
[Title("Shared folder")]
[Link("Briefs", "https://files.example.com/briefs")]
[Link("CRM backups", "https://files.example.com/crm-backups")]
[Touches(Impact.None)]
public sealed class SharedFolder : Tool;

/// <summary>Everybody we talk to or sold to.</summary>
[Title("CRM")]
[Link("Leads", "https://crm.example.com/leads")]
[Link("Contacts", "https://crm.example.com/contacts")]
[Touches(Impact.Customers), Holds(DataClass.Personal)]
[Feeds<Mailer>("Name and address of a contact", Via = "a webhook, within a minute")]
public sealed class Crm : Tool;

/// <summary>What the team notes about contacts in the CRM. Only the team reads it.</summary>
[Title("CRM notes")]
[Link("Notes", "https://crm.example.com/notes")]
[Touches(Impact.None), Holds(DataClass.Personal)]
public sealed class CrmNotes : Tool;

/// <summary>E-mail to people outside: leads, customers, and suppliers, who are sent orders.</summary>
[Title("Mail")]
[Link("Outbox", "https://mail.example.com/outbox")]
[Link("Templates", "https://mail.example.com/templates")]
[Touches(Impact.Customers | Impact.Money)]
public sealed class Mailer : Tool;

/// <summary>The chat that only the team reads.</summary>
[Title("Team chat")]
[Link("#operations", "https://chat.example.com/operations")]
[Link("#leads", "https://chat.example.com/leads")]
[Link("#incident", "https://chat.example.com/incident")]
[Touches(Impact.None)]
public sealed class TeamChat : Tool;

/// <summary>What somebody of us has to do, and by when.</summary>
[Title("Task board")]
[Link("Board", "https://board.example.com")]
[Touches(Impact.None)]
public sealed class TaskBoard : Tool;

/// <summary>Orders, products and stock.</summary>
[Link("Orders", "https://shop.example.com/admin/orders")]
[Link("Stock", "https://shop.example.com/admin/stock")]
[Touches(Impact.Inventory | Impact.Customers), Holds(DataClass.Personal)]
[Feeds<Accounting>("Orders of the day", Via = "a nightly export")]
public sealed class Shop : Tool;

/// <summary>Invoices and what was paid.</summary>
[Link("Open items", "https://books.example.com/open-items")]
[Touches(Impact.Money), Holds(DataClass.Confidential)]
public sealed class Accounting : Tool;

/// <summary>Takes card payments, and gives them back.</summary>
[Title("Payment service")]
[Link("Payments", "https://pay.example.com/payments")]
[Touches(Impact.Money), Holds(DataClass.Confidential)]
public sealed class PaymentService : Tool;

/// <summary>The machines on which the shop runs.</summary>
[Link("Console", "https://hosting.example.com/console")]
[Link("Graphs", "https://hosting.example.com/graphs")]
[Touches(Impact.Customers | Impact.Money), Holds(DataClass.Personal)]
public sealed class Hosting : Tool;

/// <summary>A copy of the shop with made-up customers.</summary>
[Link("Staging shop", "https://staging.example.com")]
[Touches(Impact.None)]
public sealed class Staging : Tool;

/// <summary>Everybody's mailbox, and what may come in.</summary>
[Title("Mail administration")]
[Link("Console", "https://mail.example.com/admin")]
[Touches(Impact.Employees), Holds(DataClass.Confidential)]
public sealed class MailAdministration : Tool;

/// <summary>Who of us may sign in, where and how.</summary>
[Title("Sign-in")]
[Link("Users", "https://sign-in.example.com/users")]
[Touches(Impact.Employees), Holds(DataClass.Secret)]
public sealed class SignIn : Tool;

/// <summary>Works out wages, reports them, and shows everybody their payslip.</summary>
[Title("Payroll program")]
[Link("Months", "https://payroll.example.com/months")]
[Touches(Impact.Employees | Impact.Legal), Holds(DataClass.Confidential)]
public sealed class PayrollProgram : Tool;

/// <summary>The account from which we pay.</summary>
[Title("Bank account")]
[Link("Transfers", "https://bank.example.com/transfers")]
[Touches(Impact.Money), Holds(DataClass.Confidential)]
public sealed class BankAccount : Tool;
