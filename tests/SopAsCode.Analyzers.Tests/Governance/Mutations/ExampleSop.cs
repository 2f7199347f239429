using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests.Mutations;

/// <summary>An example after one edit.</summary>
/// <param name="Subject">What was edited: <c>SupportTriage.ReviewReply</c>.</param>
/// <param name="Edited">The edited project.</param>
internal sealed record Mutation(string Subject, SopProject Edited);

/// <summary>A file of an example.</summary>
internal sealed class ExampleFile(SopProject project, SourceFile file)
{
    /// <summary>Its syntax.</summary>
    public CompilationUnitSyntax Root { get; } = CSharpSyntaxTree.ParseText(file.Text).GetCompilationUnitRoot();

    /// <summary>Its types.</summary>
    public IEnumerable<TypeDeclarationSyntax> Types => Root.DescendantNodes().OfType<TypeDeclarationSyntax>();

    /// <summary>The example after changes of this file.</summary>
    public Mutation After(string subject, params IEnumerable<TextChange> changes) =>
        new(subject, project.With(file.Name, SourceText.From(file.Text).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString()));
}

/// <summary>An SOP of an example.</summary>
internal sealed class ExampleSop(ExampleFile file, ClassDeclarationSyntax type)
{
    private static readonly string[] StepKinds = ["AiStep", "AutomatedStep", "HumanStep", "Checkpoint", "WaitFor", "Handoff"];

    public ExampleFile File { get; } = file;

    public ClassDeclarationSyntax Class { get; } = type;

    public string Name => Class.Identifier.ValueText;

    public IReadOnlyList<ExampleStep> Steps => field ??= [.. Class.Members.OfType<MethodDeclarationSyntax>()
        .Where(method => SopSyntax.Find(method, StepKinds).Any())
        .Select(method => new ExampleStep(this, method, SopSyntax.Find(method, StepKinds).First()))];

    /// <summary>Some automation of it touches more than our own notes.</summary>
    public bool WritesWhereItCanHurt => Steps.Any(step => step.HasWriteEffect);

    public bool HasAi => Steps.Any(step => step.Kind == "AiStep");

    /// <summary>The attributes of these names on the class.</summary>
    public IReadOnlyList<AttributeSyntax> Find(params string[] names) => [.. SopSyntax.Find(Class, names)];

    public Mutation After(params IEnumerable<TextChange> changes) => File.After(Name, changes);
}

/// <summary>A step of an SOP of an example.</summary>
internal sealed class ExampleStep(ExampleSop sop, MethodDeclarationSyntax method, AttributeSyntax mark)
{
    public ExampleSop Sop { get; } = sop;

    public MethodDeclarationSyntax Method { get; } = method;

    /// <summary>The attribute that makes it a step.</summary>
    public AttributeSyntax Mark { get; } = mark;

    public string Kind => SopSyntax.NameOf(Mark);

    public string Name => Method.Identifier.ValueText;

    public bool IsOutside => Kind == "AutomatedStep" && Method.Body is null && Method.ExpressionBody is null;

    public ExampleStep? Previous => Sop.Steps.TakeWhile(step => step != this).LastOrDefault();

    public ExampleStep? Following => Sop.Steps.SkipWhile(step => step != this).Skip(1).FirstOrDefault();

    public bool HasWriteEffect => Kind == "AutomatedStep" && Find("Writes").Any(IsEffect);

    /// <summary>Where it leads when no condition holds, as an expression.</summary>
    public string Target => Find("Next").LastOrDefault(next => SopSyntax.Named(next, "When") is null) is { } next
        ? SopSyntax.Unnamed(next)!.ToString()
        : Following is { } following ? $"nameof({following.Name})" : "End.Completed";

    public ExampleStep? TargetStep => Sop.Steps.FirstOrDefault(step => $"nameof({step.Name})" == Target);

    public static bool IsEffect(AttributeSyntax write) =>
        SopSyntax.Unnamed(write) is { } impact && impact.ToString() != "Impact.None" || SopSyntax.Named(write, "Irreversible") is not null;

    public IReadOnlyList<AttributeSyntax> Find(params string[] names) => [.. SopSyntax.Find(Method, names)];

    /// <summary>The types it takes, a question mark left out.</summary>
    public IEnumerable<string> Takes => Method.ParameterList.Parameters.Select(parameter => parameter.Type!.ToString().TrimEnd('?'));

    /// <summary>The type it makes.</summary>
    public string? Makes => Method.ReturnType is GenericNameSyntax task ? task.TypeArgumentList.Arguments[0].ToString() : null;

    public Mutation After(params IEnumerable<TextChange> changes) => Sop.File.After($"{Sop.Name}.{Name}", changes);

    /// <summary>Without it: who led to it leads to where it led.</summary>
    public Mutation Removed()
    {
        var changes = SopSyntax.Names(Sop.Class, Name, Method).Select(name => new TextChange(name.Span, Target))
            .Append(new(Method.FullSpan, ""));
        if (Previous is { } previous && previous.Find("Next").Count == 0 && Find("Next") is { Count: > 0 } nexts)
        {
            changes = changes.Append(SopSyntax.Add(previous.Method, string.Concat(nexts.Select(next => $"[{next}]"))));
        }

        return After(changes);
    }
}
