using SopAsCode;

namespace TinyTeam.House;

/// <summary>Sorts tickets; never writes to anybody.</summary>
[Model("gpt-5-mini-2026-08-07")]
public sealed class TicketClassifier : Agent;

/// <summary>Drafts replies and summaries.</summary>
[Model("gpt-5-2026-08-07")]
public sealed class ReplyWriter : Agent;

/// <summary>Looks for sources and says what they say.</summary>
[Title("Research assistant"), Model("gpt-5-2026-08-07")]
public sealed class ResearchAssistant : Agent;

/// <summary>Outlines, drafts, and the short texts around an article.</summary>
[Title("Content writer"), Model("gpt-5-2026-08-07")]
public sealed class ContentWriter : Agent;

/// <summary>Says how well a lead fits, and how much it wants.</summary>
[Title("Lead scorer"), Model("gpt-5-mini-2026-08-07")]
public sealed class LeadScorer : Agent;

/// <summary>Finds what changed in a week of numbers. Runs on our own contract, because it sees revenue.</summary>
[Title("Operations analyst"), Model("gpt-5-2026-08-07"), Provider("Our own tenant")]
public sealed class OperationsAnalyst : Agent;

/// <summary>Drafts payment reminders. Runs on our own contract, because it sees what customers owe.</summary>
[Title("Reminder writer"), Model("gpt-5-mini-2026-08-07"), Provider("Our own tenant")]
public sealed class ReminderWriter : Agent;

/// <summary>Holds a refund request against the returns policy.</summary>
[Title("Refund assessor"), Model("gpt-5-2026-08-07")]
public sealed class RefundAssessor : Agent;

/// <summary>Works out order quantities and drafts the order.</summary>
[Title("Stock planner"), Model("gpt-5-mini-2026-08-07")]
public sealed class StockPlanner : Agent;

/// <summary>Spots contacts that are double, stale or wrong.</summary>
[Title("Contact checker"), Model("gpt-5-mini-2026-08-07")]
public sealed class ContactChecker : Agent;
