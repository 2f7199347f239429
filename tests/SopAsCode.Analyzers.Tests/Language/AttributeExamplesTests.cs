using System.Text.RegularExpressions;
using System.Xml.Linq;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Language;

/// <summary>Each attribute that an author writes has an example in its documentation, and the example compiles as it stands there.</summary>
public partial class AttributeExamplesTests
{
    // That the source compiles is checked in any case; of the rules those count that keep an SOP from being generated.
    private static readonly string[] Shape = [.. Rules.Descriptors.Select(rule => rule.Id).Where(id => id.StartsWith("SOP00", StringComparison.Ordinal))];

    /// <summary>The types that the examples name.</summary>
    private const string House = """
        namespace Team;

        public sealed class Founder : Role;
        public sealed class Bookkeeper : Role;
        public sealed class SupportLead : Role;
        [Model("gpt-5-mini-2026-08-07")] public sealed class ReplyWriter : Agent;
        public sealed class Helpdesk : Tool;
        public sealed class Ledger : Tool;
        public sealed class Finance : ValueStream;
        public sealed record Invoice([property: Key] string Number);
        [Data(DataClass.Personal)] public sealed record Ticket(string Number, string Text);
        public sealed record Triage(string Topic, int Urgency);
        public sealed record Reply(string Text);
        public sealed record Answer(string Text);
        public sealed record Refund(string Ticket);

        public interface IHelpdesk
        {
            Task SendAsync(string text, string idempotencyKey, CancellationToken cancel);
            Task<Answer> FindAsync(string number);
        }

        [Sop("Refund a customer"), Owner<Founder>]
        public sealed partial class RefundCustomer : Sop<Refund>
        {
            [HumanStep<Bookkeeper>("Pay it back")] public partial Task Pay(Refund refund);
        }
        """;

    private const string AnyOther = "any other";

    /// <summary>The members of the SOP around an example, which takes the place of the one it declares.</summary>
    private static readonly (string Name, string Member)[] Around =
    [
        ("Sort", """[HumanStep<SupportLead>("Sort the ticket")] public partial Task<Triage> Sort(Ticket ticket);"""),
        ("Draft", """[HumanStep<SupportLead>("Draft a reply")] public partial Task<Reply> Draft(Ticket ticket);"""),
        ("Check", """[HumanStep<SupportLead>("Check the reply")] public partial Task Check(Reply reply);"""),
        (AnyOther, ""),
        ("TakeOver", """[HumanStep<SupportLead>("Take the ticket over")] public partial Task TakeOver(Ticket ticket);"""),
        ("IsUrgent", """[Condition("The ticket is urgent")] private static bool IsUrgent(Triage triage) => triage.Urgency > 3;"""),
        ("CanWait", """[Condition("The ticket can wait")] private static bool CanWait(Ticket ticket) => ticket.Text.Length < 200;"""),
    ];

    private static readonly Lazy<XDocument> Documentation = new(() => XDocument.Load(Path.ChangeExtension(typeof(Sop).Assembly.Location, ".xml")));

    public static TheoryData<string> Attributes =>
    [
        .. typeof(Sop).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && type != typeof(SopSummaryAttribute))
            .Select(type => type.FullName!)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task It_has_an_example_that_compiles_and_uses_it(string attribute)
    {
        var example = ExampleOf(attribute);
        Assert.True(example is not null, $"{attribute} has no <example> with <code>.");
        var word = Arity().Replace(attribute[(attribute.LastIndexOf('.') + 1)..], "").Replace("Attribute", "", StringComparison.Ordinal);
        Assert.Matches($@"[\[,:] ?{word}\b", example);
        await AnalyzerRun.CheckAsync(Project(example), Shape);
    }

    private static string? ExampleOf(string attribute) => Documentation.Value.Descendants("member")
        .FirstOrDefault(member => member.Attribute("name")?.Value == $"T:{attribute}")?
        .Element("example")?.Element("code")?.Value.Trim();

    private static SopProject Project(string example)
    {
        var isOfAssembly = example.StartsWith("[assembly:", StringComparison.Ordinal);
        var isType = !isOfAssembly && TypeDeclaration().IsMatch(example);
        var isMember = !isOfAssembly && !isType && MemberDeclaration().IsMatch(example);
        var own = isMember ? Around.FirstOrDefault(member => example.Contains($" {member.Name}(", StringComparison.Ordinal)).Name ?? AnyOther : "";
        var members = Around.Select(member => member.Name == own ? example : member.Member);
        var project = SopProject.Bare
            .With("House.cs", House)
            .With("Sop.cs", $$"""
                namespace Team;

                {{(isOfAssembly || isType || isMember ? "" : example)}}
                [Sop("Answer a ticket")]
                public sealed partial class AnswerTicket(IHelpdesk helpdesk) : Sop<Ticket>
                {
                    private IHelpdesk Desk => helpdesk;
                    {{string.Join("\n\n", members)}}
                }
                """);
        return isOfAssembly
            ? project.With("Assembly.cs", "using Team;\n" + example).With("Policy.cs", "namespace Team; public sealed class HousePolicy : Policy;")
            : isType ? project.With("Type.cs", "namespace Team;\n" + example)
            : project;
    }

    [GeneratedRegex(@"`\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arity();

    [GeneratedRegex(@"\b(class|record) \w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\b(Task|bool)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberDeclaration();
}
