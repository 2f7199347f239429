using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>The places of an example at which something can be taken away.</summary>
internal sealed class Elements
{
    private static readonly string[] QualityMeasures = ["ReworkRate", "ErrorRate", "CompletionRate", "Escalations", "Outcome"];

    private readonly SopProject _project;
    private readonly IReadOnlyList<ExampleFile> _files;

    public Elements(SopProject project)
    {
        _project = project;
        _files = [.. project.Sources.Select(source => new ExampleFile(project, source))];
        Sops =
        [
            .. _files.SelectMany(file => file.Types.OfType<ClassDeclarationSyntax>().Select(type => new ExampleSop(file, type)))
                .Where(sop => sop.Find("Sop").Any(mark => SopSyntax.Named(mark, "Stage") is null)),
        ];
    }

    public IReadOnlyList<ExampleSop> Sops { get; }

    private IEnumerable<AdditionalFile> PromptFiles => _project.AdditionalFiles.Where(file => file.Name.StartsWith("prompts/", StringComparison.Ordinal));

    public IEnumerable<ExampleStep> Steps => Sops.SelectMany(sop => sop.Steps);

    /// <summary>All attributes of these names on each SOP that has one.</summary>
    public IEnumerable<Mutation> WithoutOnClass(params string[] names) => WithoutOnClass(static _ => true, names);

    public IEnumerable<Mutation> WithoutOnClass(Func<ExampleSop, bool> which, params string[] names) =>
        from sop in Sops
        where which(sop)
        let found = sop.Find(names)
        where found.Count > 0
        select sop.After(SopSyntax.Without(found));

    /// <summary>Each attribute of this name on a class, altered.</summary>
    public IEnumerable<Mutation> OnClass(string name, Func<AttributeSyntax, ExampleSop, TextChange?> change) =>
        from sop in Sops
        from attribute in sop.Find(name)
        let changed = change(attribute, sop)
        where changed is not null
        select sop.After(changed.Value);

    /// <summary>All attributes of these names on each step that has one.</summary>
    public IEnumerable<Mutation> WithoutOnStep(Func<ExampleStep, bool> which, params string[] names) =>
        from step in Steps
        where which(step)
        let found = step.Find(names)
        where found.Count > 0
        select step.After(SopSyntax.Without(found));

    /// <summary>Each attribute of this name on a step, altered.</summary>
    public IEnumerable<Mutation> OnStep(string name, Func<AttributeSyntax, ExampleStep, TextChange?> change) =>
        from step in Steps
        from attribute in step.Find(name)
        let changed = change(attribute, step)
        where changed is not null
        select step.After(changed.Value);

    /// <summary>An argument of each attribute of this name on a step, taken away.</summary>
    public IEnumerable<Mutation> WithoutArgument(string attribute, string argument, Func<ExampleStep, bool>? which = null) =>
        OnStep(attribute, (found, step) => which?.Invoke(step) != false && SopSyntax.Named(found, argument) is not null ? SopSyntax.Without(found, argument) : null);

    /// <summary>No metric about quality is left, but another one is.</summary>
    public IEnumerable<Mutation> WithoutQuality() =>
        from sop in Sops
        let quality = sop.Find("Metric").Where(metric => QualityMeasures.Contains(SopSyntax.Unnamed(metric)!.ToString().Split('.')[1], StringComparer.Ordinal)).ToList()
        where quality.Count > 0 && quality.Count < sop.Find("Metric").Count
        select sop.After(SopSyntax.Without(quality));

    /// <summary>A human step makes what a checkpoint shows and approves: the same role does both.</summary>
    public IEnumerable<Mutation> ApprovedByTheMaker() =>
        from checkpoint in Steps
        where checkpoint.Kind == "Checkpoint"
        from maker in checkpoint.Sop.Steps
        where maker.Kind == "HumanStep" && maker.Makes is { } made && checkpoint.Takes.Contains(made, StringComparer.Ordinal)
            && checkpoint.Makes?.Contains(made, StringComparison.Ordinal) == true
        let role = SopSyntax.TypeOf(maker.Mark)
        where role != SopSyntax.TypeOf(checkpoint.Mark)
        select checkpoint.After(SopSyntax.SetType(checkpoint.Mark, role));

    /// <summary>The reject of a checkpoint leads where its one approval leads.</summary>
    public IEnumerable<Mutation> NoLeadsToYes() => OnStep("OnReject", (reject, step) =>
        step.Find("Next").All(next => SopSyntax.Named(next, "When") is null) ? new TextChange(SopSyntax.Unnamed(reject)!.Span, step.Target) : null);

    /// <summary>The time-out of a checkpoint leads to the write it guards.</summary>
    public IEnumerable<Mutation> TimeoutLeadsToWrite() =>
        from step in Steps
        where step.Kind == "Checkpoint" && step.TargetStep?.HasWriteEffect == true && step.Find("Due").Count > 0
        select step.After([.. SopSyntax.Without(step.Find("OnTimeout")), SopSyntax.Add(step.Method, $"[OnTimeout({step.Target})]")]);

    /// <summary>A loop asks for an end no more.</summary>
    public IEnumerable<Mutation> Unbounded() => from step in Steps
        from way in step.Find("OnReject", "Next")
        where SopSyntax.Named(way, "AtMost") is not null
        select step.After(SopSyntax.Without(way, "AtMost", "Then"));

    /// <summary>The first conditional way of an AI or automation leads back to it.</summary>
    public IEnumerable<Mutation> LoopsOnItself() =>
        from step in Steps
        where step.Kind is "AiStep" or "AutomatedStep"
        let way = step.Find("Next").FirstOrDefault(next => SopSyntax.Named(next, "When") is not null)
        where way is not null
        select step.After(new TextChange(SopSyntax.Unnamed(way)!.Span, $"nameof({step.Name})"));

    /// <summary>The way for all other cases is gone.</summary>
    public IEnumerable<Mutation> WithoutOtherwise() =>
        from step in Steps
        let nexts = step.Find("Next")
        where nexts.Any(next => SopSyntax.Named(next, "When") is not null)
        select step.After(SopSyntax.Without(nexts.Where(next => SopSyntax.Named(next, "When") is null)));

    /// <summary>Whatever led to an end starts again, and no failure or time-out leads to the manual path, from which a run can end too.</summary>
    public IEnumerable<Mutation> WithoutEnd() =>
        from sop in Sops
        let first = $"nameof({sop.Steps[0].Name})"
        let last = sop.Steps[^1]
        select sop.After(
        [
            .. sop.Class.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(end => end.Expression.ToString() == "End").Select(end => new TextChange(end.Span, first)),
            .. sop.Steps.SelectMany(step => SopSyntax.Without(step.Find("OnFailure", "OnTimeout").Where(way => SopSyntax.Unnamed(way)!.ToString() == "Fallback"))),
            .. last.Find("Next").Count == 0 ? [SopSyntax.Add(last.Method, $"[Next({first})]")] : Array.Empty<TextChange>(),
        ]);

    /// <summary>A step that nothing leads to.</summary>
    public IEnumerable<Mutation> WithLostStep() =>
        from sop in Sops
        let last = sop.Steps[^1]
        where last.Find("Next").Count > 0
        select sop.After(new TextChange(new(last.Method.FullSpan.End, 0), "\n    [HumanStep<TinyTeam.House.Founder>(\"Look at it again\")]\n    public partial Task LookAgain();\n"));

    /// <summary>A placeholder has a letter too many.</summary>
    public IEnumerable<Mutation> Misspelt() => OnStep("Prompt", static (prompt, step) =>
        PlaceOf(prompt, "}") is { } at ? new TextChange(new(at, 0), "x") : null);

    /// <summary>A key stands in a prompt.</summary>
    public IEnumerable<Mutation> WithKey() => OnStep("Prompt", static (prompt, step) =>
        PlaceOf(prompt, "{") is { } at ? new TextChange(new(at, 0), "ghp" + "_" + string.Concat(Enumerable.Repeat("aB3d", 9)) + " ") : null);

    /// <summary>A prompt file is gone.</summary>
    public IEnumerable<Mutation> WithoutPromptFile() =>
        PromptFiles.Select(file => new Mutation(file.Name, _project with { AdditionalFiles = _project.AdditionalFiles.Remove(file) }));

    /// <summary>A placeholder in a prompt file has a letter too many.</summary>
    public IEnumerable<Mutation> MisspeltInFile() => PromptFiles.Select(file =>
        new Mutation(file.Name, _project.WithAdditionalFile(file.Name, file.Text.Insert(file.Text.IndexOf('}', StringComparison.Ordinal), "x"))));

    /// <summary>Each attribute of this name on a type that is no SOP, altered.</summary>
    public IEnumerable<Mutation> OnType(string name, Func<AttributeSyntax, TypeDeclarationSyntax, IEnumerable<TextChange>?> change) =>
        from file in _files
        from type in file.Types
        where !SopSyntax.Find(type, "Sop").Any()
        from attribute in SopSyntax.Find(type, name)
        let changes = change(attribute, type)
        where changes is not null
        select file.After($"{type.Identifier.ValueText} {attribute.ToString().Replace("\n", " ", StringComparison.Ordinal)}", changes);

    /// <summary>All attributes of this name on a type that is no SOP, taken away.</summary>
    public IEnumerable<Mutation> WithoutOnType(string name) =>
        from file in _files
        from type in file.Types
        where !SopSyntax.Find(type, "Sop").Any()
        let found = SopSyntax.Find(type, name).ToList()
        where found.Count > 0
        select file.After(type.Identifier.ValueText, SopSyntax.Without(found));

    /// <summary>Each grant, altered, or each of these SOPs.</summary>
    public IEnumerable<Mutation> Grants(Func<AttributeSyntax, IEnumerable<TextChange>> change, params string[] sops) =>
        from file in _files
        from grant in file.Root.AttributeLists.SelectMany(list => list.Attributes)
        where SopSyntax.NameOf(grant) == "Grant" && (sops.Length == 0 || sops.Contains(SopSyntax.TypeOf(grant), StringComparer.Ordinal))
        select file.After($"{SopSyntax.TypeOf(grant)} to {SopSyntax.TypeOf(grant, 1)}", change(grant));

    /// <summary>A record that an agent is shown is raised above what the policy allows any agent.</summary>
    public IEnumerable<Mutation> DataAboveAllowance() => OnType("Data", (data, type) =>
        Steps.Any(step => step.Kind == "AiStep" && step.Takes.Contains(type.Identifier.ValueText, StringComparer.Ordinal))
            ? [new TextChange(SopSyntax.Unnamed(data)!.Span, "DataClass.Secret")]
            : null);

    /// <summary>The target of a hand-off is retired.</summary>
    public IEnumerable<Mutation> WithRetiredTarget() =>
        from name in Steps.Where(step => step.Kind == "Handoff").Select(step => SopSyntax.TypeOf(step.Mark)).Distinct(StringComparer.Ordinal)
        from sop in Sops
        where sop.Name == name
        select sop.After(SopSyntax.Set(sop.Find("Sop")[0], "Stage", "Stage.Retired"));

    private static int? PlaceOf(AttributeSyntax prompt, string sign) =>
        SopSyntax.Unnamed(prompt)?.Expression is LiteralExpressionSyntax text && text.ToString().IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? text.SpanStart + at : null;
}
