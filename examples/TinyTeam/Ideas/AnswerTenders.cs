using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Ideas;

/// <summary>Thought of, and the scores say: not yet.</summary>
[Sop("Answer public tenders", Stage = Stage.Idea)]
[Owner<SalesLead>]
[ValueStream<SalesAndOnboarding>]
[Assessment(Repeatability = 2, Risk = 5, DataReadiness = 2, Judgement = 5, MinutesSaved = 240)]
[Note("Much time, but six a year, each another form, and a wrong promise is a contract")]
[Note("First collect the answers of the last three tenders in one place")]
public sealed partial class AnswerTenders : Sop;
