using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>Adds the <c>[Next]</c> that has no condition, or puts it last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayOtherwise)), Shared]
public sealed class SayOtherwise() : SopFix(FixNames.SayOtherwise)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method || place.SopAt(diagnostic, cancel) is not { } type)
        {
            return [];
        }

        var sop = SopReader.Read(type.Symbol, cancel);
        var entries = AttributeText.FindAll(place, method, "Next", cancel).ToList();
        var step = sop.Steps.FirstOrDefault(candidate => candidate.Name == method.Identifier.ValueText);
        if (step is null || entries.Count == 0 || step.Next.Count != entries.Count)
        {
            return [];
        }

        var otherwise = step.Next.TakeWhile(next => next.When is not null).Count();
        return otherwise == entries.Count ? Added(place, sop, step, method, cancel) : Ordered(place, step, entries, otherwise);
    }

    private static IEnumerable<FixOffer> Added(FixPlace place, SopModel sop, StepModel step, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        yield return Offer("Otherwise go to Fallback, as today", "Fallback", NameStep.Constant(place, method, "Fallback"));
        var following = sop.Steps.SkipWhile(candidate => candidate != step).Skip(1).FirstOrDefault();
        if (following is null)
        {
            yield return Offer("Otherwise end the run completed", "Following", NameStep.Constant(place, method, "End.Completed"));
        }
        else if (IsSafe(sop, step, following.Name))
        {
            yield return Offer($"Otherwise go on to '{following.Name}'", "Following", NameStep.Nameof(following.Name));
        }

        FixOffer Offer(string title, string key, string to) =>
            new(title, nameof(SayOtherwise) + key, [AttributeText.Add(place, method, "Next", $"({to})", cancel)]);
    }

    private static IEnumerable<FixOffer> Ordered(FixPlace place, StepModel step, List<AttributeSyntax> entries, int otherwise)
    {
        var late = step.Next.Skip(otherwise + 1).ToList();
        if (late.Count == 0)
        {
            yield break;
        }

        // Two entries without a condition can't both be last.
        if (late.TrueForAll(next => next.When is not null))
        {
            var texts = entries.Skip(otherwise + 1).Append(entries[otherwise]).Select(entry => entry.ToString());
            yield return new(
                "Put the one without When last",
                nameof(SayOtherwise) + "Last",
                [.. entries.Skip(otherwise).Zip(texts, (entry, text) => new TextEdit(place.Document.Id, new(entry.Span, text)))]);
        }

        yield return new("Remove what is never tried", nameof(SayOtherwise) + "Remove", [.. AttributeText.RemoveAll(place, [.. entries.Skip(otherwise + 1)])]);
    }

    // A new path must not lead to a step whose value is missing, or past an approval.
    private static bool IsSafe(SopModel sop, StepModel from, string to)
    {
        var next = new NextModel(new(to, IsLiteral: false, default), When: null, AtMost: 0, Then: null, default);
        var after = sop with { Steps = sop.Steps.Select(step => step == from ? step with { Next = [.. step.Next, next] } : step).ToEquatableArray() };
        return Errors(after) <= Errors(sop);
    }

    private static int Errors(SopModel sop)
    {
        var graph = FlowBuilder.Build(sop);
        return DefiniteValues.Missing(graph).Count() + WriteEffects.Unsafe(graph).Count;
    }
}
