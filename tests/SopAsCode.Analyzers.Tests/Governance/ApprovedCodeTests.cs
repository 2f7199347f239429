using SopAsCode.TestHarness;
using static SopAsCode.Analyzers.Tests.ApprovedInputTests;

namespace SopAsCode.Analyzers.Tests;

/// <summary>A step with code hands over what was approved: which code passes it on unchanged, and which makes something new.</summary>
public class ApprovedCodeTests
{
    [Theory]
    [InlineData("Task.FromResult(payroll.First)")]
    [InlineData("Task.FromResult<Refund>(payroll.All[0])")]
    [InlineData("Task.FromResult(payroll.All.First(one => one.Cents > 5))")]
    [InlineData("Task.FromResult(payroll.Last ?? payroll.First)")]
    [InlineData("Task.FromResult(payroll.All.Count > 1 ? payroll.All[1] : payroll.First)")]
    [InlineData("Task.FromResult(payroll.Groups[0].Refunds[0])")]
    [InlineData("Task.FromResult(payroll.Spare!)")]
    [InlineData("Task.FromResult(payroll.All.Count switch { 0 => payroll.First, _ => payroll.All[0] })")]
    [InlineData("Task.FromResult(payroll.Groups.FirstOrDefault()?.Refunds[0] ?? payroll.First)")]
    [InlineData("Task.FromResult(payroll.Last ?? throw new InvalidOperationException())")]
    [InlineData("Task.FromResult(payroll.All.Count > 0 ? payroll.First : default!)")]
    [InlineData("Task.FromResult(payroll.All.Count > 0 ? payroll.First : null!)")]
    [InlineData("Task.FromResult(payroll.Largest)")]
    [InlineData("Task.FromResult(payroll.ByName[\"a\"])")]
    [InlineData("Task.FromResult(payroll.ByName.First().Value)")]
    [InlineData("Task.FromResult(payroll.ByName.Values.First())")]
    [InlineData("Task.FromResult(payroll.Named.Values.First())")]
    [InlineData("Task.FromResult(payroll.Pair.Item1)")]
    [InlineData("Task.FromResult(payroll.Itself)")]
    public Task One_of_them_as_it_is(string body) => CheckAsync(Compute, Approve, $"    [Handoff<PayOne>(\"Pay one\")] public Task<Refund> PayIt(Payroll payroll) => {body};");

    [Theory]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.Where(one => one.Cents > 0).OrderBy(one => one.Number).ToList());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([.. payroll.All]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([payroll.First, .. payroll.Groups.SelectMany(group => group.Refunds)]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.Groups.Select(group => group.Refunds[0]).ToArray());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([.. payroll.Large]);")]
    [InlineData("{ var all = payroll.All; return Task.FromResult(all); }")]
    [InlineData("{ var all = payroll.All; all = all.Take(3).ToList(); return Task.FromResult(all); }")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(new[] { payroll.First, payroll.All[0] });")]
    [InlineData("=> Task.FromResult(payroll.All.Count > 0 ? payroll.All : new Refund[0]);")]
    [InlineData("{ List<Refund> all = []; foreach (var one in payroll.All) { if (one.Cents > 0) { all.Add(one); } } return Task.FromResult<IReadOnlyList<Refund>>(all); }")]
    [InlineData("{ if (payroll.All.Count == 0) { throw new InvalidOperationException(); } return Task.FromResult(payroll.All); }")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All is { Count: > 3 } ? payroll.All.Take(3).ToList() : new List<Refund>(payroll.All));")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.Last is null ? [] : [payroll.Last]);")]
    public Task Elements_as_they_are(string body) => CheckAsync(Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> PayAll(Payroll payroll) {body}");

    [Theory]
    [InlineData("payroll.All.Take(1..3)")]
    [InlineData("payroll.All.Skip(payroll.Round)")]
    [InlineData("new[] { payroll.All.ElementAt(^1) }")]
    [InlineData("payroll.All.OrderBy(one => one.Number, StringComparer.Ordinal)")]
    [InlineData("payroll.All.OrderBy(one => one.Number, default)")]
    [InlineData("payroll.All.OrderBy(one => one.Number, Comparer<string>.Default)")]
    [InlineData("payroll.All.Order(Comparer<Refund>.Default)")]
    [InlineData("payroll.All.Distinct(EqualityComparer<Refund>.Default)")]
    [InlineData("payroll.All.Where(IsLarge)")]
    [InlineData("payroll.Open.FindAll(IsLarge)")]
    [InlineData("payroll.All.Concat(payroll.Open)")]
    [InlineData("payroll.Fixed.Union(payroll.All)")]
    [InlineData("payroll.Fixed.Except(payroll.All)")]
    [InlineData("payroll.Groups.SelectMany(group => group.Refunds)")]
    [InlineData("payroll.Groups.SelectMany(group => { var all = group.Refunds; return all; })")]
    [InlineData("payroll.Groups.Select(group => group.Refunds.First(one => one.Cents > 3))")]
    public Task Asked_for_in_another_way(string all) => CheckAsync(
        Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> PayAll(Payroll payroll) => Task.FromResult<IReadOnlyList<Refund>>([.. {all}]);\n    static bool IsLarge(Refund one) => one.Cents > 100;");

    [Theory]
    [InlineData("payroll.All.Concat([new(\"\", 1, \"\")])")]
    [InlineData("payroll.Fixed.Union([new(\"\", 1, \"\")])")]
    [InlineData("payroll.Fixed.Add(new(\"\", 1, \"\"))")]
    [InlineData("new[] { new Refund(\"\", 1, \"\") }.Concat(payroll.All)")]
    [InlineData("payroll.Groups.Select(group => group.Fresh)")]
    [InlineData("payroll.Groups.SelectMany(group => group.Refunds, (group, one) => one with { Cents = 1 })")]
    [InlineData("payroll.Groups.SelectMany(group => { var one = new Refund(\"\", 1, \"\"); return new[] { one }; })")]
    [InlineData("payroll.All.Select((one, number) => number > 1 ? one : new(\"\", 1, \"\"))")]
    [InlineData("payroll.All.Zip(payroll.All, (one, other) => one)")]
    [InlineData("Payroll.Standard")]
    [InlineData("Payroll.AllOf(payroll)")]
    public Task Made_in_another_way(string all) => CheckAsync(
        Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {{|SOP0907:PayAll|}}(Payroll payroll) => Task.FromResult<IReadOnlyList<Refund>>([.. {all}]);");

    [Fact]
    public Task Whichever_way_they_are_picked() => CheckAsync(Compute, Approve, """
            [Handoff<PayOne>("Pay each")] public Task<IReadOnlyList<Refund>> PayAll(Payroll payroll) => Task.FromResult<IReadOnlyList<Refund>>(
            [
                .. payroll.All.AsEnumerable().Cast<Refund>().OfType<Refund>().Where(one => one.Cents > 0).Distinct().DistinctBy(one => one.Number).Concat(payroll.All).Reverse(),
                .. payroll.All.Union(payroll.All).UnionBy(payroll.All, one => one.Number).Except(payroll.Open).ExceptBy(payroll.Open.Select(one => one.Number), one => one.Number),
                .. payroll.All.Intersect(payroll.Open).IntersectBy(payroll.Open.Select(one => one.Number), one => one.Number).Skip(1).SkipLast(1).SkipWhile(one => one.Cents > 3),
                .. payroll.All.Take(3).TakeLast(2).TakeWhile(one => one.Cents > 3).Chunk(2).SelectMany(some => some),
                .. payroll.All.Order().OrderDescending().OrderBy(one => one.Cents).ThenBy(one => one.Number).OrderByDescending(one => one.Cents).ThenByDescending(one => one.Number),
                .. payroll.Open.FindAll(one => one.Cents > 3).GetRange(0, 1).Slice(0, 1).AsReadOnly(),
                .. payroll.All.ToArray(), .. payroll.All.ToHashSet(), .. payroll.All.ToList(),
                .. System.Collections.Immutable.ImmutableArray.ToImmutableArray(payroll.All), .. System.Collections.Immutable.ImmutableList.ToImmutableList(payroll.All),
                payroll.All.First(), payroll.All.FirstOrDefault()!, payroll.All.Last(), payroll.All.LastOrDefault()!, payroll.All.Single(), payroll.All.SingleOrDefault()!,
                payroll.All.ElementAt(0), payroll.All.ElementAtOrDefault(0)!, payroll.All.MaxBy(one => one.Cents)!, payroll.All.MinBy(one => one.Cents)!,
                payroll.Open.Find(one => one.Cents > 3)!, payroll.Open.FindLast(one => one.Cents > 3)!,
            ]);
        """);

    [Theory]
    [InlineData("all.AddRange(payroll.All);")]
    [InlineData("all.Insert(0, payroll.First);")]
    [InlineData("all.InsertRange(0, payroll.All);")]
    [InlineData("all.AddRange(payroll.All); all.Remove(new(\"\", 1, \"\"));")]
    public Task Put_into_a_list(string fill) => CheckAsync(
        Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> PayAll(Payroll payroll) {{ List<Refund> all = []; {fill} return Task.FromResult<IReadOnlyList<Refund>>(all); }}");

    [Theory]
    [InlineData("PayIt", "async Task<Refund>", "await Task.FromResult(payroll.First)")]
    [InlineData("{|SOP0907:PayIt|}", "async Task<Refund>", "await Task.FromResult(new Refund(\"\", 1, \"\"))")]
    public Task Awaited(string name, string returns, string body) => CheckAsync(Compute, Approve, $"    [Handoff<PayOne>(\"Pay one\")] public {returns} {name}(Payroll payroll) => {body};");

    [Theory]
    [InlineData("MailIt", "sheet.Text", "string")]
    [InlineData("{|SOP0907:MailIt|}", "text", "string")]
    [InlineData("{|SOP0907:MailIt|}", "sheet.Link.Host", "string")]
    [InlineData("{|SOP0907:MailIt|}", "sheet.Text.Trim()", "string")]
    [InlineData("MailIt", "sheet.Count.Value", "int")]
    [InlineData("{|SOP0907:MailIt|}", "sheet.Count.Value + 1", "int")]
    public Task A_text_or_a_number(string name, string value, string type) => AnalyzerRun.CheckAsync(
        Govern.Sop(
            """    [HumanStep<Support>("Write it")] public partial Task<Sheet> Write(Ticket ticket);""",
            """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Sheet sheet);""",
            $$"""    [Handoff<Mail>("Mail it")] public Task<{{type}}> {{name}}(Sheet sheet) { var text = sheet.Text; text += "!"; return Task.FromResult({{value}}); }""") + $$"""

            public sealed record Sheet(string Text, int? Count, Uri Link);
            [Sop("Mail it"), ApprovedInput, Owner<Support>] public sealed partial class Mail : Sop<{{type}}> { [HumanStep<Support>("Mail it")] public partial Task Do({{type}} text); }
            """,
        [Rule]);

    [Theory]
    [InlineData("Queue<Refund>", "all.Enqueue(payroll.First);", "PayAll")]
    [InlineData("Stack<Refund>", "all.Push(payroll.First);", "PayAll")]
    [InlineData("HashSet<Refund>", "all.UnionWith(payroll.All);", "PayAll")]
    [InlineData("LinkedList<Refund>", "all.AddFirst(payroll.First);", "PayAll")]
    [InlineData("Queue<Refund>", "all.Enqueue(new(\"\", 1, \"\"));", "{|SOP0907:PayAll|}")]
    [InlineData("Stack<Refund>", "all.Push(new(\"\", 1, \"\"));", "{|SOP0907:PayAll|}")]
    [InlineData("HashSet<Refund>", "all.UnionWith([new(\"\", 1, \"\")]);", "{|SOP0907:PayAll|}")]
    [InlineData("LinkedList<Refund>", "all.AddFirst(new Refund(\"\", 1, \"\"));", "{|SOP0907:PayAll|}")]
    public Task Put_into_another_collection(string type, string fill, string name) => CheckAsync(
        Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {name}(Payroll payroll) {{ var all = new {type}(payroll.All); {fill} return Task.FromResult<IReadOnlyList<Refund>>(all.ToList()); }}");

    /// <summary>An editor shows the code of a property of another project, a build does not; they must say the same.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_property_of_another_project(bool inEditor)
    {
        var other = new SopProject().With("Sheet.cs", "namespace Sheets; public sealed record Sheet(System.Collections.Generic.IReadOnlyList<string> All) { public string First => All[0] + All.Count; }") with { Name = "Sheets" };
        var reference = inEditor ? GeneratorRun.Of(other).Output.ToMetadataReference() : Across.Image(other);
        return AnalyzerRun.CheckAsync(
            SopProject.Of(Govern.Sop(
                """    [HumanStep<Support>("Write it")] public partial Task<Sheets.Sheet> Write(Ticket ticket);""",
                """    [Checkpoint<Founder>("Approve it"), Due(Days = 1)] public partial Task Approve(Sheets.Sheet sheet);""",
                """    [Handoff<Mail>("Mail it")] public Task<string> MailIt(Sheets.Sheet sheet) => Task.FromResult(sheet.First);""") + """

                [Sop("Mail it"), ApprovedInput, Owner<Support>] public sealed partial class Mail : Sop<string> { [HumanStep<Support>("Mail it")] public partial Task Do(string text); }
                """).WithReference(reference),
            [Rule]);
    }

    [Theory]
    [InlineData("all.Add(new(\"\", 1, \"\"));")]
    [InlineData("all.AddRange([new(\"\", 1, \"\")]);")]
    [InlineData("all.Insert(0, new(\"\", 1, \"\"));")]
    [InlineData("all.InsertRange(0, [new(\"\", 1, \"\")]);")]
    public Task Made_and_put_into_a_list(string fill) => CheckAsync(
        Compute, Approve, $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {{|SOP0907:PayAll|}}(Payroll payroll) {{ List<Refund> all = [payroll.First]; {fill} return Task.FromResult<IReadOnlyList<Refund>>(all); }}");

    [Theory]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([new(\"\", 1, \"\")]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.Select(one => one with { Cents = 2 }).ToList());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([.. payroll.All, new(\"\", 1, \"\")]);")]
    [InlineData("=> Task.FromResult(payroll.Doubled);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([payroll.Newest]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(new[] { payroll.First, new(\"\", 1, \"\") });")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([payroll.All.Count switch { 0 => payroll.First, _ => new(\"\", 1, \"\") }]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([payroll.Groups.FirstOrDefault()?.Fresh ?? payroll.First]);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([new Group(\"\", [new(\"\", 1, \"\")])?.Refunds[0] ?? payroll.First]);")]
    [InlineData("{ payroll.Round++; return Task.FromResult(payroll.All); }")]
    [InlineData("{ var one = payroll.Last; one ??= new(\"\", 1, \"\"); return Task.FromResult<IReadOnlyList<Refund>>([one]); }")]
    [InlineData("{ var one = payroll.First; (one, _) = (new(\"\", 1, \"\"), 1); return Task.FromResult<IReadOnlyList<Refund>>([one]); }")]
    [InlineData("{ var one = payroll.First; Swap(ref one); return Task.FromResult<IReadOnlyList<Refund>>([one]); } static void Swap(ref Refund one) => one = new(\"\", 1, \"\");")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.Append(new(\"\", 1, \"\")).ToList());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.Select(one => Change(one)).ToList());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.Select(Change).ToList());")]
    [InlineData("=> Task.FromResult(Other);")]
    [InlineData("{ payroll.Open.Add(new(\"\", 1, \"\")); return Task.FromResult<IReadOnlyList<Refund>>(payroll.Open); }")]
    [InlineData("{ List<Refund> all = []; all.Add(new(\"\", 1, \"\")); return Task.FromResult<IReadOnlyList<Refund>>(all); }")]
    [InlineData("{ var all = payroll.All; all = [new(\"\", 1, \"\")]; return Task.FromResult(all); }")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.DefaultIfEmpty(new(\"\", 1, \"\")).ToList());")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>(payroll.All.FirstOrDefault(new Refund(\"\", 1, \"\")) is { } one ? [one] : []);")]
    [InlineData("=> Task.FromResult<IReadOnlyList<Refund>>([payroll.Fresh]);")]
    public async Task What_the_code_makes_nobody_approved(string body) => Assert.Equal(
        "'Answer.PayAll' hands over a 'Refund' that its own code makes, and SOP 'PayOne' takes it as approved: hand over an approved value, or parts of one, unchanged",
        (await CheckAsync(
            Compute,
            Approve,
            $"    [Handoff<PayOne>(\"Pay each\")] public Task<IReadOnlyList<Refund>> {{|SOP0907:PayAll|}}(Payroll payroll) {body}\n\n"
            + "    static Refund Change(Refund one) => one with { Cents = 9 };\n\n    static IReadOnlyList<Refund> Other => [new(\"\", 1, \"\")];")).Message(Rule));
}
