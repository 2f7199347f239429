using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Content;

/// <summary>What a writer needs to know before the first sentence, with a source for each number.</summary>
[Sop("Content research brief")]
[Purpose("Give the writer facts that hold", Output = "A brief of one page, each number with its source")]
[Owner<ContentLead>, Backup<Founder>]
[Responsible<OperationsLead>(Duty.Builder), Responsible<ContentLead>(Duty.Reviewer), Responsible<ContentLead>(Duty.Documentation)]
[ValueStream<LeadGeneration>(Part = "Content")]
[Trigger("Content production asks for a brief")]
[Trigger("Somebody needs a brief for a talk or a sales page")]
[Prerequisite("The topic names its reader and the reader's question")]
[OutOfScope("Research about a single customer or competitor employee: nothing about private persons")]
[Metric(Measure.TimeSaved, Name = "Research time saved", Baseline = 0, Target = 90, Unit = "minutes")]
[Metric(Measure.ErrorRate, Name = "Statements struck because the source does not say so", Baseline = 25, Target = 8, Unit = "%")]
[Review(Cadence.Monthly, Last = "2026-11-04")]
[Fallback("Read five good sources yourself and fill in the brief template",
    SwitchWhen = "More than one in four sources does not open or does not say what is claimed")]
[Link("Brief template", "https://files.example.com/briefs/template")]
[Checklist("A writer who knows nothing of the topic could start", "Each number has a source that opens", "It fits on one page")]
[Change("1.1.0", "2026-11-04", "Each statement carries the sentence it comes from, because sources were right and numbers were not")]
[Change("1.0.0", "2026-09-21", "First version")]
public sealed partial class ContentResearchBrief : Sop<Topic>
{
    [AiStep<ResearchAssistant>("Collect what is known, with sources")]
    [Prompt(File = "prompts/research.md", Version = "2")]
    [Guardrail("No source, no statement")]
    [Guardrail("Quote the sentence that carries a number word by word")]
    [Limitation("Invents addresses that look right", Workaround = "Open every source; a page that is not there strikes its statement")]
    [Limitation("Knows little about the last few months", Workaround = "Search once by hand, with the year in the search")]
    [Reads<Analytics>]
    public partial Task<Evidence> CollectEvidence(Topic topic, Rejection? rejection);

    [Checkpoint<ContentLead>("Open the sources and strike what they do not say")]
    [Instructions("Take the statements with numbers first. Edit the list: what stays in it goes into the brief.")]
    [Checklist("Every source opens", "Each number stands in its quote", "No source is older than three years, or its age is said")]
    [Due(Days = 1)]
    [OnReject(nameof(CollectEvidence), AtMost = 2)]
    [EdgeCase("Two sources contradict each other", "Keep both and say so: that is often the best part of the article")]
    public partial Task<Evidence> CheckSources(Topic topic, Evidence evidence);

    [AiStep<ContentWriter>("Write the brief from the checked statements", Level = Level.DraftOnly)]
    [Prompt("""
        Write a brief of at most one page for the writer of this article.
        Reader: {topic.Reader}
        The reader's question: {topic.Question}

        Use nothing but these statements, and name the source behind each one:
        {evidence}

        What the editor last sent back, and why, if anything was: {rejection.Reason}
        """)]
    [Guardrail("Add no fact that is not in the list")]
    [Drafts<SharedFolder>]
    [Example("The first lines of a brief", "Reader: owns a shop with two employees. Wants to know: what does a late parcel cost me? "
        + "Three numbers to use: ... What nobody measured: how many buyers never write at all.")]
    public partial Task<Brief> WriteBrief(Topic topic, Evidence evidence, Rejection? rejection);

    [Checkpoint<ContentLead>("Approve the brief")]
    [Checklist("It answers the reader's question", "Nothing in it is missing from the checked list", "The gaps are named")]
    [Due(Days = 1)]
    [OnReject(nameof(WriteBrief), AtMost = 2)]
    [Next(End.Completed)]
    public partial Task<Brief> ApproveBrief(Topic topic, Evidence evidence, Brief brief);
}
