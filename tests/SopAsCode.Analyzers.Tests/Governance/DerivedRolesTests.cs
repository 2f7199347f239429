using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A role that derives from another may do whatever the other may.</summary>
public class DerivedRolesTests
{
    private const string Roles = """
        namespace Desk;

        public abstract class Clerk : Role;
        public class Junior : Clerk;
        public class Senior : Junior;
        public sealed class Chief : Senior;
        """;

    private const string Write = """    [HumanStep<Junior>("Write it")] public partial Task<Reply> Write(Ticket ticket);""";

    [Theory]
    [InlineData("Clerk")]
    [InlineData("Junior")]
    [InlineData("Senior")]
    [InlineData("Chief")]
    public Task Whoever_derives_from_the_required_role_may_approve(string approver) => CheckAsync(
        "SOP0303", "[RequireApprover<Clerk>(Impact.Customers)]", Govern.Draft, Approve(approver), Govern.Send);

    [Fact]
    public async Task But_the_role_it_derives_from_may_not() => Assert.Contains(
        "the policy wants 'Senior' to approve",
        (await CheckAsync("SOP0303", "[RequireApprover<Senior>(Impact.Customers)]", Govern.Draft, Approve("Junior").Replace("Checkpoint<Junior>(\"Review it\")", "{|SOP0303:Checkpoint<Junior>(\"Review it\")|}", StringComparison.Ordinal), Govern.Send)).Message("SOP0303"),
        StringComparison.Ordinal);

    [Fact]
    public Task A_small_one_may_be_approved_by_anybody_and_a_large_one_by_a_senior() => CheckAsync(
        "SOP0303",
        "[RequireApprover<Junior>(Impact.Customers)]",
        Govern.Draft.Replace("] public", ", Next(nameof(Sign), When = nameof(IsHighValue)), Next(nameof(Review))] public", StringComparison.Ordinal),
        """    [Checkpoint<Junior>("Review it"), Next(nameof(Send))] public partial Task<Reply> Review(Reply reply);""",
        """    [Checkpoint<Senior>("Sign it"), Next(nameof(Send))] public partial Task<Reply> Sign(Reply reply);""",
        Govern.Send);

    [Fact]
    public Task A_senior_writes_by_hand_what_the_role_must_approve() => CheckAsync(
        "SOP0303",
        "[RequireApprover<Junior>(Impact.Customers)]",
        Govern.Draft,
        """    [HumanStep<Chief>("Send it"), Writes<Helpdesk>(Impact.Customers)] public partial Task Send(Reply reply);""");

    [Theory]
    [InlineData("Clerk")]
    [InlineData("Junior")]
    [InlineData("Senior")]
    public Task A_holder_of_a_derived_role_holds_it(string role) => CheckAsync(
        "SOP0103", "[Holder<Chief>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\")]", $"    [HumanStep<{role}>(\"Do it\")] public partial Task Do(Ticket ticket);");

    [Fact]
    public Task A_holder_of_the_role_it_derives_from_does_not() => CheckAsync(
        "SOP0103", "[Holder<Junior>(\"ana@example.com\"), Holder<Support>(\"ben@example.com\")]", """    [{|SOP0103:HumanStep<Senior>("Do it")|}] public partial Task Do(Ticket ticket);""");

    [Theory]
    [InlineData("[MaxSteps(20)]")]
    [InlineData("[Holder<Junior>(\"ana@example.com\"), Holder<Senior>(\"ben@example.com\")]")]
    [InlineData("[Holder<Senior>(\"ana@example.com\"), Holder<Senior>(\"ben@example.com\")]")]
    public Task A_senior_approves_the_work_of_a_junior(string policy) => CheckAsync("SOP0305", policy, Write, Approve("Senior"));

    [Theory]
    [InlineData("Junior", "[Holder<Junior>(\"ana@example.com\"), Holder<Chief>(\"ana@example.com\")]")]
    [InlineData("Senior", "[Holder<Chief>(\"ana@example.com\")]")]
    public Task A_derived_role_of_the_same_person_is_no_second_pair_of_eyes(string approver, string policy) =>
        CheckAsync("SOP0305", policy, Write, $"    [{{|SOP0305:Checkpoint<{approver}>(\"Approve it\")|}}] public partial Task Approve(Reply reply);");

    [Fact]
    public Task A_second_holder_by_a_derived_role_is_one() =>
        CheckAsync("SOP0305", "[Holder<Junior>(\"ana@example.com\"), Holder<Chief>(\"ben@example.com\")]", Write, Approve("Junior"));

    [Fact]
    public Task The_backup_who_alone_holds_both_by_a_derived_role_is_the_owner() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Govern.Draft).Replace("[Owner<Support>]", "[Owner<Junior>, {|SOP0102:Backup<Chief>|}]", StringComparison.Ordinal))
            .With("Roles.cs", Roles).WithPolicy("[Holder<Chief>(\"ana@example.com\")]"),
        ["SOP0102"]);

    [Fact]
    public Task A_role_of_another_assembly_counts() => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(Govern.Draft, Approve("Chief"), Govern.Send))
            .WithPolicy("[RequireApprover<Clerk>(Impact.Customers)]")
            .WithReference(SopProject.Bare.With("Roles.cs", Roles) with { Name = "Roles" }),
        ["SOP0303"]);

    private static string Approve(string role) => $"    [Checkpoint<{role}>(\"Review it\")] public partial Task Review(Reply reply);";

    private static Task<AnalyzerRun> CheckAsync(string rule, string policy, params string[] steps) =>
        AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop(steps)).With("Roles.cs", Roles).WithPolicy(policy), [rule]);
}
