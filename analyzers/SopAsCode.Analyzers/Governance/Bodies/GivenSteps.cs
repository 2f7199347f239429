using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>
/// Finds the steps that code reaches without naming them: a helper calls an interface, and the SOP that implements it with a step is given to it; a base class calls its own method, and the
/// SOP has a step in its place. Only calls that give an SOP, or that work on the object itself, are followed.
/// </summary>
/// <param name="bodies">The code of the SOP.</param>
/// <param name="type">The class of the SOP.</param>
/// <param name="code">The bodies of the compilation.</param>
/// <param name="cancel">Ends the search early.</param>
internal sealed class GivenSteps(SopBodies bodies, INamedTypeSymbol type, BodyCode code, CancellationToken cancel)
{
    private const int Deepest = 8;
    private const int Most = 100;

    /// <summary>The steps that a member reaches, each with the way to it and the call with which the way begins.</summary>
    public IEnumerable<(IReadOnlyList<ISymbol> Way, SyntaxNode Start, IMethodSymbol Step)> Of(BodyMember member)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Queue<Reached> open = new([new(bodies.Own(member), [], null, IsThis: SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type) && !member.Symbol.IsStatic, [])]);
        while (open.Count > 0 && seen.Count < Most)
        {
            cancel.ThrowIfCancellationRequested();
            var body = open.Dequeue();
            foreach (var call in body.Facts.Given)
            {
                if (Find(body.Sops, call.On) is { } sop && StepIn(sop, call.Method) is { } step)
                {
                    yield return (body.Way, body.Start ?? call.Node, step);
                }
            }

            foreach (var call in body.Facts.Calls)
            {
                var onThis = body.IsThis && call.OnThis;
                if (onThis && !call.IsOfBase && !StepCalls.IsStep(call.Target) && StepIn(type, call.Target) is { } step)
                {
                    yield return (body.Way, body.Start ?? call.Node, step);
                }
                else if (body.Way.Count < Deepest)
                {
                    foreach (var next in Next(body, call, onThis).Where(next => seen.Add(next.Key)))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }
    }

    private IEnumerable<Reached> Next(Reached body, BodyCall call, bool onThis)
    {
        if (!onThis && call.Sops.Count == 0)
        {
            yield break;
        }

        foreach (var target in onThis ? [(call.IsOfBase ? null : Override(type, call.Target)) ?? call.Target] : call.Target.IsAbstract ? code.Implementations(call.Target) : [call.Target])
        {
            var given = call.Sops.Where(sop => sop.Ordinal < target.Parameters.Length)
                .Select(sop => (Parameter: target.OriginalDefinition.Parameters[sop.Ordinal], Sop: sop.IsThis && body.IsThis ? type : Find(body.Sops, sop.From) ?? sop.Sop))
                .Where(pair => pair.Sop is not null).Select(pair => (pair.Parameter, pair.Sop!)).ToList();

            // What another method of the SOP does by itself is said there.
            if ((given.Count > 0 || (onThis && !bodies.IsOwn(target))) && !StepCalls.IsStep(target) && code.Of(target, cancel) is { } facts && facts != BodyFacts.None)
            {
                yield return new(facts, [.. body.Way, target], body.Start ?? call.Node, onThis, given);
            }
        }
    }

    private static INamedTypeSymbol? Find(List<(IParameterSymbol Parameter, INamedTypeSymbol Sop)> sops, IParameterSymbol? parameter) =>
        parameter is null ? null : sops.Find(pair => SymbolEqualityComparer.Default.Equals(pair.Parameter, parameter)).Sop;

    // The step that an SOP has in the place of a method of an interface or of a base class.
    private static IMethodSymbol? StepIn(INamedTypeSymbol sop, IMethodSymbol method)
    {
        var implemented = method.ContainingType.TypeKind == TypeKind.Interface
            ? sop.AllInterfaces.Where(own => SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method.ContainingType.OriginalDefinition))
                .SelectMany(own => own.GetMembers(method.Name)).Where(own => SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method.OriginalDefinition))
                .Select(sop.FindImplementationForInterfaceMember).OfType<IMethodSymbol>().FirstOrDefault()
            : method;
        return implemented is not null && (Override(sop, implemented) ?? implemented) is { } found && StepCalls.IsStep(found) ? found : null;
    }

    private static IMethodSymbol? Override(INamedTypeSymbol sop, IMethodSymbol method)
    {
        for (var home = sop; method is { IsAbstract: true } or { IsVirtual: true } or { IsOverride: true } && home is { SpecialType: SpecialType.None }; home = home.BaseType)
        {
            foreach (var own in home.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var current = own.OverriddenMethod; current is not null; current = current.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.OriginalDefinition))
                    {
                        return own;
                    }
                }
            }
        }

        return null;
    }

    private sealed record Reached(BodyFacts Facts, IReadOnlyList<ISymbol> Way, SyntaxNode? Start, bool IsThis, List<(IParameterSymbol Parameter, INamedTypeSymbol Sop)> Sops)
    {
        // The same code with the same SOPs does the same.
        public string Key => $"{Way[Way.Count - 1].ToDisplayString()} {IsThis} {string.Join(", ", Sops.Select(pair => $"{pair.Parameter.Ordinal}: {pair.Sop.ToDisplayString()}"))}";
    }
}
