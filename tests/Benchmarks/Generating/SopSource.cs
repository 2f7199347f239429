using SopAsCode.TestHarness;

namespace SopAsCode.Benchmarks.Generating;

/// <summary>Projects of SOPs: ten steps each, of every kind, with two conditions and what people say around them.</summary>
internal static class SopSource
{
    /// <summary>A project of so many SOPs, one to a file.</summary>
    public static SopProject Project(int count)
    {
        var project = SopProject.Bare.With("VocabularyUsings.cs", "global using global::Desk;").With(Vocabulary.File, Vocabulary.Source).With(Unrelated.Name, Unrelated.Text);
        return project with { Sources = [.. project.Sources, .. Enumerable.Range(0, count).Select(Sop)] };
    }

    /// <summary>A file that has nothing to do with them.</summary>
    public static SourceFile Unrelated { get; } = new("Unrelated.cs", "namespace Unrelated;\n\npublic static class Work\n{\n    public static int Do() => 1;\n}\n");

    /// <summary>Something happens in that file.</summary>
    public static SopProject AfterUnrelated(Change change, SopProject project) => project.With(Unrelated.Name, change == Change.UnrelatedType
        ? Unrelated.Text + "\npublic sealed class More;\n"
        : Unrelated.Text.Replace("=> 1", "=> 2", StringComparison.Ordinal));

    /// <summary>An SOP.</summary>
    public static SourceFile Sop(int number) => new($"Sops/Procedure{number}.cs", Vocabulary.Sop(
        """
            [AiStep<Sorter>("Sort the ticket by topic and urgency")]
            [Prompt("Sort this ticket.\n\nSubject: {ticket.Subject}\n{ticket.Body}")]
            [Reads<Helpdesk>]
            [Next(nameof(TakeOver), When = nameof(IsHighValue))]
            [Next(nameof(ApplyMacro), When = nameof(IsSimple))]
            [Next(nameof(DraftReply))]
            public partial Task<Triage> Categorise(Ticket ticket);

            [AutomatedStep("Answer with the matching macro")]
            [Writes<Helpdesk>(Impact.Customers)]
            [Limit("Macros for topics of low urgency", When = nameof(IsSimple), PerDay = 50, Else = nameof(DraftReply), Since = "2026-09-14", Evidence = "Four weeks of review")]
            [SpotCheck<SeniorSupport>(OneIn = 20)]
            [Next(End.Completed)]
            public Task ApplyMacro(Ticket ticket, Triage triage, CancellationToken cancel) => Task.CompletedTask;

            [AiStep<Writer>("Draft a reply", Level = Level.DraftOnly)]
            [Prompt("Answer this customer.\n\nTopic: {triage.Topic}\n{ticket.Body}\n{rejection.Reason}")]
            [Guardrail("Promise nothing that the ticket does not say")]
            [Drafts<Helpdesk>]
            public partial Task<Reply> DraftReply(Ticket ticket, Triage triage, Rejection? rejection);

            [Checkpoint<SeniorSupport>("Review the reply before it is sent")]
            [Checklist("Facts verified", "Nothing invented", "Tone fits the brand")]
            [Due(Hours = 2), OnTimeout(nameof(TakeOver))]
            [OnReject(nameof(DraftReply), AtMost = 2, Then = nameof(TakeOver))]
            public partial Task<Reply> ReviewReply(Ticket ticket, Reply draft);

            [AutomatedStep("Send the approved reply")]
            [Writes<Helpdesk>(Impact.Customers)]
            [OnFailure(nameof(TakeOver), Retries = 3)]
            public Task SendReply(Ticket ticket, Reply reply, StepContext step, CancellationToken cancel) => Task.CompletedTask;

            [WaitFor("The customer had time to answer"), After(Days = 2)]
            public partial Task CoolDown();

            [AiStep<Writer>("Summarise the resolution", Level = Level.DraftOnly)]
            [Prompt("Write a short article from this answer:\n{reply.Text}")]
            [Drafts<KnowledgeBase>]
            public partial Task<Article> Summarise(Reply reply);

            [Checkpoint<Support>("Read the article")]
            [Checklist("Facts verified"), Due(Days = 2)]
            [Instructions("Read it as a customer would.")]
            public partial Task<Article> ReadArticle(Article article);

            [AutomatedStep("Put the article where the next customer finds it")]
            [Writes<Website>]
            [OnFailure(Fallback, Retries = 1)]
            [Next(End.Completed)]
            public Task Publish(Article article, CancellationToken cancel) => Task.CompletedTask;

            [HumanStep<SeniorSupport>("Take the ticket over personally")]
            [Next(End.Escalated)]
            public partial Task TakeOver(Ticket ticket);

            [Condition("The customer is high-value")]
            private static bool IsHighValue(Ticket ticket) => ticket.HighValue;

            [Condition("A macro answers a topic of low urgency")]
            private static bool IsSimple(Triage triage) => triage is { Urgency: <= 2, Macro: not null };
        """,
        $"Procedure{number}"));

    /// <summary>What a person does to the project.</summary>
    public static SopProject After(Change change, SopProject project, int count) => change switch
    {
        Change.UnrelatedBody or Change.UnrelatedType => AfterUnrelated(change, project),
        Change.Comment => Edit.Comment.Apply(project),
        Change.EditOne => Edit.Title.Apply(project),
        Change.AddOne => project with { Sources = project.Sources.Add(Sop(count)) },
        _ => project,
    };
}
