using Microsoft.CodeAnalysis.Text;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>Every element of governance, and what the rules must say when it is missing or contradicted.</summary>
internal static class MutationTable
{
    public static readonly IReadOnlyList<MutationKind> Kinds =
    [
        // What an SOP says of itself.
        Row("owner removed", all => all.WithoutOnClass("Owner"), "SOP0101"),
        Row("backup removed", all => all.WithoutOnClass(sop => sop.WritesWhereItCanHurt, "Backup"), "SOP0104"),
        Row("backup removed where nothing can be hurt", all => all.WithoutOnClass(sop => !sop.WritesWhereItCanHurt, "Backup"), ""),
        Row("backup made the owner", all => all.OnClass("Backup", (backup, sop) => SopSyntax.SetType(backup, SopSyntax.TypeOf(sop.Find("Owner")[0]))), "SOP0102"),
        Row("purpose removed", all => all.WithoutOnClass("Purpose"), "SOP0801"),
        Row("output removed", all => all.OnClass("Purpose", (purpose, _) => SopSyntax.Without(purpose, "Output")), "SOP0801"),
        Row("trigger removed", all => all.WithoutOnClass("Trigger"), "SOP0802")
            .But("PaySalary", "", "its runs start by hand-off only"),
        Row("scope and prerequisites removed", all => all.WithoutOnClass("InScope", "OutOfScope", "Prerequisite"), "SOP0803"),
        Row("baseline removed", all => all.OnClass("Metric", (metric, _) => SopSyntax.Without(metric, "Baseline")), "SOP0703"),
        Row("target removed", all => all.OnClass("Metric", (metric, _) => SopSyntax.Without(metric, "Target")), "SOP0703"),
        Row("unit removed", all => all.OnClass("Metric", (metric, _) => SopSyntax.Without(metric, "Unit")), "SOP0703"),
        Row("metrics removed", all => all.WithoutOnClass("Metric"), "SOP0701"),
        Row("metrics of quality removed", all => all.WithoutQuality(), "SOP0702"),
        Row("review removed", all => all.WithoutOnClass("Review"), "SOP0705"),
        Row("review once a year", all => all.OnClass("Review", (review, _) => new TextChange(SopSyntax.Unnamed(review)!.Span, "Cadence.Yearly")), "SOP0705"),
        Row("last review long ago", all => all.OnClass("Review", (review, _) => SopSyntax.Set(review, "Last", "\"2025-01-15\"")), "SOP0706"),
        Row("fallback removed", all => all.WithoutOnClass("Fallback"), "SOP0406|SOP0313")
            .But("BookPayroll", "", "people do all of it")
            .But("DatabaseDiskFillsUp", "", "people do all of it")
            .But("MajorIncident", "", "people do all of it")
            .But("MonthlyPayroll", "", "people do all of it")
            .But("PhishingReport", "", "people do all of it"),
        Row("SwitchWhen removed", all => all.OnClass("Fallback", (fallback, _) => SopSyntax.Without(fallback, "SwitchWhen")), "SOP0406")
            .But("BookPayroll", "", "people do all of it")
            .But("DatabaseDiskFillsUp", "", "people do all of it")
            .But("MajorIncident", "", "people do all of it")
            .But("MonthlyPayroll", "", "people do all of it")
            .But("PhishingReport", "", "people do all of it"),
        Row("disclosure removed", all => all.WithoutOnClass(sop => sop.HasAi, "Disclosure"), "SOP0503")
            .But("WeeklySummary", "", "nothing of it reaches customers or the public"),
        Row("change log removed", all => all.WithoutOnClass("Change"), "SOP0804"),
        Row("duties removed", all => all.WithoutOnClass("Responsible"), "SOP0105"),
        Row("value stream removed", all => all.WithoutOnClass("ValueStream"), "SOP1001"),
        Row("pilot decided in the past", all => all.OnClass("Pilot", (pilot, _) => new TextChange(SopSyntax.Unnamed(pilot, 1)!.Span, "\"2026-11-01\"")), "SOP0707"),

        // What a step says of itself.
        Row("checkpoint removed", all => all.Steps.Where(step => step.Kind == "Checkpoint").Select(step => step.Removed()), "SOP0301|SOP0201|SOP0302|SOP0314")
            .May("SOP0311", "the time-out of another checkpoint led to the removed one, and now leads to the write behind it")
            .May("SOP0312", "the reject of another checkpoint led to the removed one, and now leads where its approval leads")
            .May("SOP0319", "an AI's answer chose between it and another one, and now alone decides who approves")
            .But("MonthlyPayroll.Approve", "SOP0907", "what is paid elsewhere as approved no longer is")
            .But("ContentProduction.AgreeOutline", "", "what goes out is made after it, and approved by the founder")
            .But("ContentResearchBrief.CheckSources", "", "the brief is approved as well, and nothing is written")
            .But("ContentResearchBrief.ApproveBrief", "", "nothing is written; what uses the brief has checkpoints of its own")
            .But("InventoryExceptions.SignLargeOrder", "", "the second signature: operations approved the order already, and the policy asks for no founder")
            .But("WeeklySummary.AgreeActions", "SOP0007", "nobody else makes what the next step reads")
            .But("WeeklySummary.AgreeSpending", "", "the second signature: operations agreed already")
            .But("CrmCleanUp.ApproveDeletions", "", "the second signature: the sales lead went through the plan already")
            .But("LeadQualification.Decide", "", "people call, and nurture has a checkpoint of its own"),
        Row("checkpoint given to the maker", all => all.ApprovedByTheMaker(), "SOP0305"),
        Row("checklist of a checkpoint removed", all => all.WithoutOnStep(step => step.Kind == "Checkpoint", "Checklist"), "SOP0304")
            .But("MonthlyPayroll.Approve", "", "no AI made what it shows")
            .But("ShopRelease.Decide", "", "no AI made what it shows")
            .But("InventoryExceptions.SignLargeOrder", "", "what it shows was approved with a checklist before")
            .But("WeeklySummary.AgreeSpending", "", "what it shows was approved with a checklist before")
            .But("CrmCleanUp.ApproveDeletions", "", "what it shows was approved with a checklist before"),
        Row("due removed where somebody waits", all => all.WithoutOnStep(Waits, "Due"), "SOP0310")
            .But("MonthlyPayroll.Approve", "SOP0005", "its reminder asks for it already"),
        Row("due of a person's step removed", all => all.WithoutOnStep(step => !Waits(step), "Due"), "")
            .But("MajorIncident.WritePostMortem", "SOP0005", "its reminder asks for it"),
        Row("reject made to lead where approval leads", all => all.NoLeadsToYes(), "SOP0312"),
        Row("time-out of a checkpoint made to lead to its write", all => all.TimeoutLeadsToWrite(), "SOP0311"),
        Row("AtMost removed from a loop with a person in it", all => all.Unbounded(), "")
            .May("SOP0410", "an AI does the work again, and the person only looks"),
        Row("branch made to lead back to its own step", all => all.LoopsOnItself(), "SOP0403")
            .May("SOP0401", "it was the only way to the step that it led to")
            .But("WeeklySummary.PostInsights", "SOP0401", "its limit of one post a day ends the loop"),
        Row("otherwise removed", all => all.WithoutOtherwise(), "SOP0404")
            .May("SOP0401", "it was the only way to the step that it led to, which does not stand next")
            .May("SOP0413", "it was the only way to the step that a task beside another one holds up"),
        Row("ends removed", all => all.WithoutEnd(), "SOP0402")
            .May("SOP0201", "what goes round writes again, and an approval releases it once")
            .May("SOP0410", "the work of an AI goes round in it")
            .But("WeeklySummary", "", "the second round of a day is outside a limit, and goes to the manual path"),
        Row("step added that nothing leads to", all => all.WithLostStep(), "SOP0401"),
        Row("prompt removed", all => all.WithoutOnStep(static _ => true, "Prompt"), "SOP0601"),
        Row("prompt file removed", all => all.WithoutPromptFile(), "SOP0601"),
        Row("placeholder misspelt", all => all.Misspelt(), "SOP0602"),
        Row("placeholder misspelt in a file", all => all.MisspeltInFile(), "SOP0602"),
        Row("key in a prompt", all => all.WithKey(), "SOP0603"),

        // Autonomy and levels.
        Row("limit removed from a write that can hurt", all => all.WithoutOnStep(step => step.HasWriteEffect, "Limit"), "SOP0301|SOP0201"),

        // A limit that is not complete covers no write, and the rule about the write says what the limit lacks; SOP0208 gives way to it.
        Row("limit without When", all => all.WithoutArgument("Limit", "When", step => step.HasWriteEffect), "SOP0301"),
        Row("limit without PerDay", all => all.WithoutArgument("Limit", "PerDay", step => step.HasWriteEffect), "SOP0301"),
        Row("limit without Since", all => all.WithoutArgument("Limit", "Since", step => step.HasWriteEffect), "SOP0301"),
        Row("limit without Evidence", all => all.WithoutArgument("Limit", "Evidence", step => step.HasWriteEffect), "SOP0209"),
        Row("limit of a plain write without PerDay", all => all.WithoutArgument("Limit", "PerDay", step => !step.HasWriteEffect), ""),
        Row("limit of a plain write without Since", all => all.WithoutArgument("Limit", "Since", step => !step.HasWriteEffect), ""),
        Row("limit of a plain write without Evidence", all => all.WithoutArgument("Limit", "Evidence", step => !step.HasWriteEffect), ""),
        Row("spot check removed", all => all.WithoutOnStep(static _ => true, "SpotCheck"), "SOP0708"),
        Row("level lowered below the draft", all => all.OnStep("AiStep", (ai, step) => step.Find("Drafts").Count > 0 ? SopSyntax.Set(ai, "Level", "Level.ReadOnly") : null), "SOP0207"),
        Row("level raised to autonomous", all => all.OnStep("AiStep", (ai, _) => SopSyntax.Set(ai, "Level", "Level.Autonomous")), "SOP0208"),

        // Writes, grants and the policy.
        Row("impact dropped", all => all.OnStep("Writes", (write, step) => SopSyntax.Named(write, "Irreversible") is null && ExampleStep.IsEffect(write) ? new TextChange(write.ArgumentList!.Span, "") : null), "SOP0202")
            .May("SOP0203", "a write that says nothing counts as all that its tool touches, and not all of it is granted")
            .May("SOP0206", "and not all of it may be done inside a limit")
            .May("SOP1103", "a finding about all that it can hurt stands in place of the waived one")
            .But("RefundCustomer.ExplainRefusal", "", "a person's own act, in a tool that says nothing of where it hurts"),
        Row("impact added that is not granted", all => all.OnStep("Writes", (write, step) => step.HasWriteEffect && ExampleStep.IsEffect(write) ? new TextChange(new(SopSyntax.Unnamed(write)!.Span.End, 0), " | Impact.Legal") : null), "SOP0202|SOP0203")
            .May("SOP0206", "inside a limit, where the policy lets nobody act by itself on legal claims"),
        Row("grant removed", all => all.Grants(grant => SopSyntax.Without([grant])), "SOP0203"),
        Row("grant ended", all => all.Grants(grant => [SopSyntax.Set(grant, "Until", "\"2026-11-01\"")]), "SOP0203"),
        Row("grant by nobody", all => all.Grants(grant => [SopSyntax.Without(grant, "By")]), "SOP0306"),
        Row("grant without its day", all => all.Grants(grant => [SopSyntax.Without(grant, "On")]), "SOP0212"),
        Row("grant without its reason", all => all.Grants(grant => [SopSyntax.Without(grant, "Because")]), "SOP0212"),
        Row("grant by the builder", all => all.Grants(grant => [SopSyntax.Set(grant, "By", "typeof(OperationsLead)")]), "SOP0210")
            .But("PaySalary to BankAccount", "", "the lead developer builds it")
            .But("PaySalary to PayrollProgram", "", "the lead developer builds it")
            .But("ShopRelease to Hosting", "", "a developer builds it"),
        Row("grant by the lead developer who builds", all => all.Grants(grant => [SopSyntax.Set(grant, "By", "typeof(LeadDeveloper)")], "PaySalary"), "SOP0210"),
        Row("agent not allowed", all => all.OnType("Allow", (allow, _) => SopSyntax.Without([allow])), "SOP0205"),
        Row("cap lowered to DraftOnly", all => all.OnType("Cap", (cap, _) => [new TextChange(SopSyntax.Unnamed(cap, 1)!.Span, "Level.DraftOnly")]), "SOP0206"),
        Row("cap removed", all => all.OnType("Cap", (cap, _) => SopSyntax.Without([cap])), "SOP0206")
            .But("HousePolicy Cap(Impact.Money | Impact.Legal | Impact.Inventory | Impact.PublicPages | Impact.Employees, Level.PrepareForApproval)", "", "what no cap names is capped there as well"),
        Row("holder removed", all => all.OnType("Holder", (holder, _) => SopSyntax.Without([holder])), "SOP0103")
            .But("HousePolicy Holder<Developer>(\"ivy@example.com\")", "", "the lead developer is a developer too")
            .But("HousePolicy Holder<IncidentCommander>(\"fay@example.com\")", "", "another one holds the role")
            .But("HousePolicy Holder<IncidentCommander>(\"hal@example.com\")", "", "another one holds the role")
            .But("HousePolicy Holder<Scribe>(\"dia@example.com\")", "", "another one holds the role")
            .But("HousePolicy Holder<Scribe>(\"eli@example.com\")", "", "another one holds the role")
            .But("HousePolicy Holder<CustomerLiaison>(\"ben@example.com\")", "", "another one holds the role")
            .But("HousePolicy Holder<CustomerLiaison>(\"cho@example.com\")", "", "another one holds the role"),
        Row("data raised above what agents may see", all => all.DataAboveAllowance(), "SOP0502"),
        Row("data class removed", all => all.OnType("Data", (data, type) => all.Steps.Any(step => step.Kind == "AiStep" && step.Takes.Contains(type.Identifier.ValueText, StringComparer.Ordinal)) ? SopSyntax.Without([data]) : null), "SOP0501")
            .May("SOP0502", "what says no class has that of the tool that it comes from")
            .But("ContactBatch Data(DataClass.Personal)", "", "it is a list of contacts, and a contact says its class"),
        Row("model removed", all => all.OnType("Model", (model, _) => SopSyntax.Without([model])), "SOP0604"),
        Row("links of a tool removed", all => all.WithoutOnType("Link"), "SOP0905"),

        // Waivers and other SOPs.
        Row("waiver removed", all => all.WithoutOnStep(static _ => true, "Waive"), "SOP0504|SOP0305"),
        Row("waiver ended", all => all.OnStep("Waive", (waive, _) => SopSyntax.Set(waive, "Until", "\"2026-11-01\"")), "SOP1102 SOP0504|SOP0305"),
        Row("waiver without By", all => all.OnStep("Waive", (waive, _) => SopSyntax.Without(waive, "By")), "SOP1101 SOP0504|SOP0305"),
        Row("waiver without Until", all => all.OnStep("Waive", (waive, _) => SopSyntax.Without(waive, "Until")), "SOP1101 SOP0504|SOP0305"),
        Row("target of a hand-off retired", all => all.WithRetiredTarget(), "SOP0901"),
    ];

    private static MutationKind Row(string element, Func<Elements, IEnumerable<Mutation>> of, string expected) => new(element, of, expected);

    private static bool Waits(ExampleStep step) => step.Kind is "Checkpoint" or "WaitFor" or "Handoff" || step.IsOutside || step.Find("OnTimeout").Count > 0;
}
