using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;

namespace SopAsCode.Analyzers;

/// <summary>What an SOP does with tools around its steps, where no attribute can name them: in constructors and fields, when an object ends, and where it says what to start runs for.</summary>
internal static class AroundSteps
{
    private const string Id = UndeclaredServiceRule.Id;

    /// <summary>The findings of SOP0214 about the code around the steps.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="ai">What is said about AI.</param>
    /// <param name="workers">The steps with code.</param>
    public static IEnumerable<Finding> Of(RuleContext sop, List<Finding> ai, List<ServiceWorker> workers)
    {
        // What a step names is not known while somebody is typing it.
        foreach (var member in sop.Sop.Steps.All(sop.IsFinished) ? sop.Bodies.Around(sop.Sop) : [])
        {
            if (!ai.Exists(said => said.Place.Member == member.Owner.Name) && First(sop, member, workers) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Where in an SOP a member is, as a message says it.</summary>
    public static string Where(BodyMember member) => member.IsConstructor ? "its constructor" : $"'{member.Name}'";

    private static Finding? First(RuleContext sop, BodyMember member, List<ServiceWorker> workers)
    {
        var isEach = SopBodies.IsEach(sop.Sop, member);
        foreach (var reached in sop.Bodies.Reach(member).Where(reached => !member.IsInitial || reached.IsAtOnce))
        {
            foreach (var use in reached.Facts.Services.Where(use => IsDone(member, reached, use.Node) && IsWork(use, isEach, workers)))
            {
                var writer = workers.Find(worker => worker.SurelyWritesWith(use) is not null);
                if ((writer?.SurelyWritesWith(use)?.Name ?? ServiceWorker.NamedTool(sop.Bodies, use)) is { } tool
                    && (use.IsForEffect || !AllName(workers, worker => worker.Step.Access.Any(access => access.Tool.Name == tool))))
                {
                    var whose = writer is null ? $"the service of tool '{tool}'" : $"with which '{writer.Step.Name}' writes to '{tool}'";
                    return new(Id, SopBodies.PlaceOf(member, reached.At(use.Node)), $"SOP '{sop.Sop.Class.Name}' works with '{use.Type.Name}', {whose}, in {Where(member)}: do that in a step that names the tool")
                    {
                        RelatedPlaces = writer is null ? [] : [writer.Step.NamePlace],
                    };
                }
            }

            if (reached.Facts.Impure.Find(use => use.IsOutside && IsDone(member, reached, use.Node) && Talks(use, isEach || AllName(workers, worker => worker.Step.Access.Count > 0))) is { } talk)
            {
                return new(Id, SopBodies.PlaceOf(member, reached.At(talk.Node)), $"SOP '{sop.Sop.Class.Name}' {talk.What} ('{talk.Source}') in {Where(member)}: do that in a step that names the tool");
            }
        }

        return null;
    }

    // What every step names may be found out once for all of them.
    private static bool AllName(List<ServiceWorker> workers, Predicate<ServiceWorker> names) => workers.Count > 0 && workers.TrueForAll(names);

    // A service that is kept or handed on does nothing yet, and neither does a lambda that is made, or an accessor that is declared.
    private static bool IsDone(BodyMember member, ReachedBody reached, SyntaxNode node) => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
        && (!member.IsInitial || !BodyOperations.IsLater(node))
        && (member.Symbol is not IPropertySymbol || reached.At(node).Ancestors().Any(outer => outer is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }));

    // What returns at once and returns something may only configure, and what starts runs may look up for what. A call that no step makes may only set the service up.
    private static bool IsWork(ServiceUse use, bool isEach, List<ServiceWorker> workers) => use.Method is { } method && !KnownCode.IsUpkeep(method)
        && (method.ReturnsVoid ? workers.Exists(worker => worker.Uses.Exists(used => SymbolEqualityComparer.Default.Equals(used.Service.Method, method))) : IsTask(method) && (!isEach || use.IsForEffect));

    private static bool Talks(ImpureUse use, bool mayLookUp) => use.Method is { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } method
        && (method is { Name: "Start", ContainingType.Name: "Process" } || (!KnownCode.IsUpkeep(method) && (BodyOperations.IsForEffect(method) || (!mayLookUp && (IsTask(method) || IsSent(method))))));

    private static bool IsSent(IMethodSymbol method) => method.Name.StartsWith("Send", StringComparison.Ordinal) || method.Name.StartsWith("Execute", StringComparison.Ordinal)
        || method.Name.StartsWith("Download", StringComparison.Ordinal) || method.Name.StartsWith("Upload", StringComparison.Ordinal);

    private static bool IsTask(IMethodSymbol method) => BodyOperations.IsForEffect(method) || KnownCode.IsAnswer(method.ReturnType);
}
