using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Values;
using static SopAsCode.Model.StepKind;

namespace SopAsCode.Model.Reading;

/// <summary>
/// All attributes of the language, a row for each, in the order in which people write them. Readers, rules of shape, fixes and the tests
/// of the language page use it.
/// </summary>
public static class AttributeTable
{
    /// <summary>The rows.</summary>
    public static IReadOnlyList<LanguageAttribute> All { get; } =
    [
        new("Sop", AttributePlaces.Sop),
        new("Title") { Party = static (party, it) => string.IsNullOrWhiteSpace(it.Text(0)) ? party : party with { Title = it.Text(0)! } },
        new("Purpose") { Sop = static (sop, it) => sop with { Purpose = new(it.Text(0) ?? "", it.Text("Output"), it.Place) } },
        new("Owner") { Sop = static (sop, it) => sop with { Owner = it.Party() } },
        new("Backup") { Sop = static (sop, it) => sop with { Backup = it.Party() } },
        new("Responsible") { Sop = static (sop, it) => it.Party() is { } role ? sop with { Duties = [.. sop.Duties, new(role, (Duty)(it.Enum(0) ?? 0))] } : sop },
        new("Consulted") { Remark = static (remarks, it) => it.Party() is { } role ? remarks with { Consulted = [.. remarks.Consulted, role] } : remarks },
        new("Informed") { Remark = static (remarks, it) => it.Party() is { } role ? remarks with { Informed = [.. remarks.Informed, role] } : remarks },
        new("ValueStream") { Sop = static (sop, it) => sop with { ValueStream = it.Party(), Part = it.Text("Part") } },
        new("Trigger") { Sop = static (sop, it) => sop with { Triggers = [.. sop.Triggers, SopReader.Trigger(it)] } },
        new("ApprovedInput") { Sop = static (sop, it) => sop with { HasApprovedInput = true, ApprovedInputPlace = it.Place } },
        new("OutOfScope") { Sop = SopReader.WithOutOfScope },
        new("Prerequisite") { Sop = static (sop, it) => sop with { Prerequisites = [.. sop.Prerequisites, it.Text(0) ?? ""] } },

        .. StepKinds.All.Select(kind => new LanguageAttribute(kind.Attribute, AttributePlaces.Step) { Step = kind.Kind == Handoff ? StepReader.WithHandoff : null }),
        new("Context", AttributePlaces.Parameter),
        new("Condition", AttributePlaces.Condition),
        new("Time", AttributePlaces.Condition),
        new("Prompt") { Kinds = [Ai], Step = StepReader.WithPrompt },
        LanguageAttribute.StepText("Instructions", markdown: "text"),
        new("Guardrail") { Kinds = [Ai], Step = static (step, it, _) => step with { Guardrails = [.. step.Guardrails, it.Text(0) ?? ""] } },
        new("Reads") { Kinds = [Human, Ai, Checkpoint, Automated], Step = static (step, it, _) => StepReader.WithAccess(step, it, Access.Read) },
        new("Drafts") { Kinds = [Human, Ai, Automated], Step = static (step, it, _) => StepReader.WithAccess(step, it, Access.Draft) },
        new("Writes") { Kinds = [Human, Ai, Automated], Step = static (step, it, _) => StepReader.WithAccess(step, it, Access.Write) },
        new("Limit") { Kinds = [Ai, Automated], Step = StepReader.WithLimit },
        new("SpotCheck") { Kinds = [Ai, Automated], Step = StepReader.WithSpotCheck },

        new("Checklist")
        {
            Kinds = [Human, Checkpoint],
            Sop = static (sop, it) => sop with { Checklists = [.. sop.Checklists, new(it.Text("Title"), it.Texts(0))] },
            Step = static (step, it, _) => step with { Checklists = [.. step.Checklists, new(it.Text("Title"), it.Texts(0))] },
        },

        new("Meanwhile") { Step = StepReader.WithMeanwhile },
        new("Due")
        {
            Sop = static (sop, it) => it.IsUnfinished ? sop : sop with { Due = StepReader.Duration(it) },
            Step = static (step, it, _) => it.IsUnfinished ? step : step with { Due = StepReader.Duration(it) },
        },
        new("Remind")
        {
            Sop = static (sop, it) => it.IsUnfinished ? sop : sop with { Reminders = [.. sop.Reminders, StepReader.Duration(it)] },
            Step = static (step, it, _) => it.IsUnfinished ? step : step with { Reminders = [.. step.Reminders, StepReader.Duration(it)] },
        },
        new("After") { Kinds = [Wait], Step = static (step, it, _) => step with { After = StepReader.Duration(it) } },
        new("OnTimeout") { Step = static (step, it, cancel) => step with { OnTimeout = it.Step("step", cancel) } },
        new("OnReject")
        {
            Kinds = [Checkpoint],
            Step = static (step, it, cancel) => step with { OnReject = new(it.Step("step", cancel), it.Number("AtMost"), it.Reference("Then", cancel), it.Place) },
        },
        new("OnFailure")
        {
            Kinds = [Ai, Automated, Handoff],
            Step = static (step, it, cancel) => step with { OnFailure = new(it.Step("step", cancel), it.Number("Retries"), it.Place) },
        },
        new("Next") { Step = StepReader.WithNext },
        new("Limitation")
        {
            Kinds = [Ai, Automated],
            Step = static (step, it, _) => step with { Limitations = [.. step.Limitations, new(it.Text(0) ?? "", it.Text("Workaround"))] },
        },

        new("Metric") { Sop = static (sop, it) => sop with { Metrics = [.. sop.Metrics, SopReader.Metric(it)] } },
        new("Review") { Sop = static (sop, it) => sop with { Review = new((Cadence)(it.Enum(0) ?? 0), it.Text("Last"), it.Place) } },
        new("Pilot") { Sop = static (sop, it) => it.IsUnfinished ? sop : sop with { Pilot = new(it.Text(0) ?? "", it.Text(1) ?? "", it.Place) } },
        new("Assessment") { Sop = static (sop, it) => sop with { Assessment = SopReader.Assessment(it) } },
        new("Fallback") { Markdown = "how", Sop = static (sop, it) => sop with { Fallback = new(it.Text(0) ?? "", it.Text("SwitchWhen"), it.Place) } },
        new("Disclosure")
        {
            Sop = static (sop, it) => sop with { Disclosure = SopReader.Disclosure(it) },
            Policy = static (policy, it) => policy with { House = policy.House with { Disclosure = SopReader.Disclosure(it) } },
        },

        new("TeamMode") { Remark = static (remarks, it) => remarks with { TeamMode = it.Text(0) } },
        new("EdgeCase") { Markdown = "handling", Remark = static (remarks, it) => remarks with { EdgeCases = [.. remarks.EdgeCases, new(it.Text(0) ?? "", it.Text(1) ?? "")] } },
        new("Example") { Markdown = "text", Remark = static (remarks, it) => remarks with { Examples = [.. remarks.Examples, new(it.Text(0) ?? "", it.Text(1), it.Text("File"))] } },
        new("Template") { Remark = static (remarks, it) => remarks with { Templates = [.. remarks.Templates, new(it.Text(0) ?? "", it.Text(1) ?? "", [], it.Place)] } },
        new("Section") { Markdown = "text", Sop = static (sop, it) => sop with { Sections = [.. sop.Sections, new(it.Text(0) ?? "", it.Text(1) ?? "")] } },
        new("Link")
        {
            Remark = static (remarks, it) => remarks with { Links = [.. remarks.Links, PartyReader.Link(it)] },
            Party = static (party, it) => party with { Links = [.. party.Links, PartyReader.Link(it)] },
        },
        new("Note") { Markdown = "text", Remark = static (remarks, it) => remarks with { Notes = [.. remarks.Notes, it.Text(0) ?? ""] } },
        new("Waive") { Remark = static (remarks, it) => remarks with { Waivers = [.. remarks.Waivers, WaiverReader.Read(it)] } },
        new("Change") { Sop = SopReader.WithChange },

        new("Model") { Party = static (party, it) => party with { Model = it.Text(0) } },
        new("Provider") { Party = static (party, it) => party with { Provider = it.Text(0) } },
        new("Touches") { Party = static (party, it) => party with { Touches = (Impact?)it.Enum(0) } },
        new("Holds") { Party = static (party, it) => party with { Holds = (DataClass?)it.Enum(0) } },
        new("Feeds") { Party = PartyReader.WithFeed },
        new("Data", AttributePlaces.Data | AttributePlaces.Property),
        new("Key", AttributePlaces.Property),

        new("Allow")
        {
            Policy = static (policy, it) => it.Party() is { } agent
                ? policy with { Agents = [.. policy.Agents, new(agent, (DataClass)(it.Enum("UpTo") ?? 0))] }
                : policy,
        },
        new("AllowTool")
        {
            Policy = static (policy, it) => it.Party() is { } tool
                ? policy with { Tools = [.. policy.Tools, new(tool, (Access)(it.Enum(0) ?? 0))] }
                : policy,
        },
        new("Cap") { Policy = static (policy, it) => policy with { Caps = [.. policy.Caps, new((Impact)(it.Enum(0) ?? 0), (Level)(it.Enum(1) ?? 0))] } },
        new("Holder")
        {
            Policy = static (policy, it) => !it.IsUnfinished && it.Party() is { } role
                ? policy with { Holders = [.. policy.Holders, new(role, it.Text(0) ?? "")] }
                : policy,
        },
        new("RequireMetric")
        {
            Policy = static (policy, it) => it.IsUnfinished ? policy : policy with { Metrics = [.. policy.Metrics, new((Measure)(it.Enum(0) ?? 0))] },
        },
        new("RequireReview") { Policy = static (policy, it) => policy with { Review = (Cadence?)it.Enum(0) } },
        new("RequireApprover")
        {
            Policy = static (policy, it) => !it.IsUnfinished && it.Party() is { } role
                ? policy with { Approvers = [.. policy.Approvers, new(role, (Impact)(it.Enum(0) ?? 0))] }
                : policy,
        },
        new("MaxApprovalShare") { Policy = static (policy, it) => policy with { MaxApprovalShare = it.Number(0) } },
        new("MinimumTrial") { Policy = static (policy, it) => policy with { MinimumTrial = it.Number(0) } },
        new("TitlePattern") { Policy = static (policy, it) => policy with { TitlePattern = it.Text(0) } },
        new("MaxSteps") { Policy = static (policy, it) => policy with { MaxSteps = it.Number(0) } },
        new("WaiverLimit") { Policy = static (policy, it) => policy with { WaiverLimit = it.Number(0) } },
        new("AllowWaiver") { Policy = static (policy, it) => policy with { AllowedWaivers = [.. policy.AllowedWaivers, it.Text(0) ?? ""] } },
        new("OfficeHours")
        {
            Sop = static (sop, it) => it.Text(0) is { } hours ? sop with { OwnHours = new(hours, it.Text("Zone"), it.Place) } : sop,
            Policy = static (policy, it) => policy with { House = policy.House with { OfficeHours = it.Text(0), Zone = it.Text("Zone"), HoursPlace = it.Place } },
        },
        new("OnePersonTeam") { Policy = static (policy, it) => policy with { House = policy.House with { IsOnePerson = true } } },

        new("UsePolicy", AttributePlaces.Assembly),
        new("Grant", AttributePlaces.Assembly),
    ];

    private static readonly Dictionary<string, (LanguageAttribute Row, int Rank)> Rows =
        All.Select((row, rank) => (row, rank)).ToDictionary(entry => entry.row.Word, StringComparer.Ordinal);

    /// <summary>The row of an attribute.</summary>
    /// <param name="word">The name of its class without "Attribute".</param>
    /// <returns>The row; null when there is none.</returns>
    public static LanguageAttribute? Of(string word) => Rows.TryGetValue(word, out var entry) ? entry.Row : null;

    /// <summary>The position of an attribute in the order in which people write attributes.</summary>
    /// <param name="word">The name of its class without "Attribute"; null for one of another language.</param>
    /// <returns>A number that is higher for a later attribute; -1 for an attribute that is not in the table.</returns>
    public static int RankOf(string? word) => word is not null && Rows.TryGetValue(word, out var entry) ? entry.Rank : -1;
}
