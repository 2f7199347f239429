using SopAsCode;

namespace TinyTeam.House;

/// <summary>Where tickets come in and replies go out.</summary>
[Link("Queue", "https://helpdesk.example.com/queue")]
[Link("Macros", "https://helpdesk.example.com/macros")]
public sealed class Helpdesk : Tool;

/// <summary>What we learned, for the next ticket.</summary>
[Title("Knowledge base")]
[Link("Articles", "https://kb.example.com")]
public sealed class KnowledgeBase : Tool;
