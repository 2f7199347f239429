using SopAsCode;

namespace TinyTeam.Support;

/// <summary>What a customer wrote.</summary>
/// <param name="Number">The ticket's number in the helpdesk.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Body">The text.</param>
/// <param name="HighValue">The customer is on the list of those we can't lose.</param>
[Data(DataClass.Personal)]
public sealed record Ticket(int Number, string Subject, string Body, bool HighValue);

/// <summary>What the ticket is about, and how much it hurries.</summary>
/// <param name="Topic">In one or two words.</param>
/// <param name="Urgency">From 1 (can wait) to 5 (now).</param>
/// <param name="Macro">The macro that answers the topic, if there is one.</param>
public sealed record Triage(string Topic, int Urgency, string? Macro);

/// <summary>What we answer.</summary>
/// <param name="Text">The whole text.</param>
public sealed record Reply(string Text);

/// <summary>What the next ticket on the topic can use.</summary>
/// <param name="Title">The question.</param>
/// <param name="Text">The answer.</param>
public sealed record Article(string Title, string Text);
