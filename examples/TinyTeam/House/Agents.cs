using SopAsCode;

namespace TinyTeam.House;

/// <summary>Sorts tickets; never writes to anybody.</summary>
[Model("gpt-5-mini-2026-08-07")]
public sealed class TicketClassifier : Agent;

/// <summary>Drafts replies and summaries.</summary>
[Model("gpt-5-2026-08-07")]
public sealed class ReplyWriter : Agent;
