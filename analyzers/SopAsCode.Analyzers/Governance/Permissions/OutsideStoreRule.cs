using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0215: code keeps data of a run outside the run.</summary>
internal sealed class OutsideStoreRule() : SopRule(
    Id,
    "Data of a run that is kept outside the run",
    "data of a run that one step keeps in a field, a static member, a cache or a file, and another one takes from there",
    RuleSeverity.Always(Error))
{
    public const string Id = "SOP0215";

    public override bool FollowsPaths => false;

    public override RuleAdvice? Advice => new("data of a run that a step keeps in a static member");

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        if (sop.Severity(Id) is null)
        {
            yield break;
        }

        var workers = Workers(sop);
        foreach (var worker in workers.Where(worker => worker.Step is not null))
        {
            HashSet<string> said = new(StringComparer.Ordinal);
            HashSet<SyntaxNode> places = [];
            foreach (var put in worker.Uses.Where(use => use.Puts))
            {
                // One assignment may put something into an object and into what holds the object.
                if (said.Contains(put.Store.Key) || places.Contains(put.Reached.At(put.Store.Node)))
                {
                    continue;
                }

                if (workers.Find(other => other != worker && Takes(other, put)) is { } taker)
                {
                    said.Add(put.Store.Key);
                    places.Add(put.Reached.At(put.Store.Node));
                    var take = taker.Uses.First(use => use.Store.Key == put.Store.Key && use.Store.IsRead);
                    yield return new(
                        Id,
                        SopBodies.PlaceOf(worker.Member, put.Reached.At(put.Store.Node)),
                        $"{worker.Name} → {taker.Name}: {MessageText.Member(sop.Sop, worker.Name)} keeps data of the run in '{MessageText.Text(put.Store.Name)}', where '{taker.Name}' may find another: return it, and let '{taker.Name}' take it as a parameter")
                    {
                        RelatedPlaces = [SopBodies.PlaceOf(taker.Member, take.Reached.At(take.Store.Node))],
                    };
                }
                else if (put.Store.Kind == StoreKind.Static && put.Store.HasRunData && !put.Store.IsLazy && !workers.Exists(any => any.Uses.Any(use => use.Store.Key == put.Store.Key && use.Store.IsRead)))
                {
                    said.Add(put.Store.Key);
                    places.Add(put.Reached.At(put.Store.Node));
                    yield return new(
                        Id,
                        SopBodies.PlaceOf(worker.Member, put.Reached.At(put.Store.Node)),
                        $"{MessageText.Member(sop.Sop, worker.Name)} keeps data of the run in '{MessageText.Text(put.Store.Name)}', where no record, page or reviewer sees it: return it as a value of the run, or write it to a tool")
                    {
                        IsAdvice = true,
                    };
                }
            }
        }
    }

    // Whoever also puts something into it before may mean that.
    private static bool Takes(Worker taker, Use put) =>
        taker.Uses.Exists(use => use.Store.Key == put.Store.Key && use.Store.IsRead && !use.Store.IsLazy)
        && !taker.Uses.Exists(use => use.Store.Key == put.Store.Key && use.Puts);

    private static List<Worker> Workers(RuleContext sop)
    {
        List<Worker> workers = [];
        workers.AddRange(sop.Sop.Steps.Select(step => sop.Bodies.Of(step) is { } member ? new Worker(step, member, Uses(sop, step, member)) : null).OfType<Worker>());
        workers.AddRange(sop.Sop.Questions.Select(condition => sop.Bodies.Of(condition) is { } member ? new Worker(null, member, Uses(sop, null, member)) : null).OfType<Worker>());
        return workers;
    }

    private static List<Use> Uses(RuleContext sop, StepModel? step, BodyMember member)
    {
        List<Use> uses = [];
        foreach (var reached in sop.Bodies.Reach(member, withImplementations: true))
        {
            var isOwn = reached.Way.All(sop.Bodies.IsOwn);
            foreach (var store in reached.Facts.Stores)
            {
                // An object of another class is kept only where the object itself is.
                var kind = store.Kind != StoreKind.Own || isOwn ? store.Kind : reached.IsStatic ? StoreKind.Static : StoreKind.Outside;
                if (store.Kind == StoreKind.Own && !isOwn && !reached.IsKept)
                {
                    continue;
                }

                var hasRunData = store.HasRunData && reached.HasRunData;
                var puts = store.IsWrite && kind switch
                {
                    StoreKind.Own => store.Access.HasFlag(StoreAccess.Assign) || hasRunData,
                    StoreKind.Outside => hasRunData && step is not { Access.Count: > 0 },
                    _ => hasRunData,
                };
                uses.Add(new(Named(store, reached) with { Kind = kind, HasRunData = hasRunData }, reached, puts));
            }
        }

        return uses;
    }

    // What a helper is told to name its file, as far as the call says it.
    private static StoreUse Named(StoreUse store, ReachedBody reached)
    {
        if (store.NamedBy is not { } parameter || reached.Call is not { } call || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, call.Target)
            || call.Texts.FirstOrDefault(text => text.Ordinal == parameter.Ordinal).Text is not { } said)
        {
            return store;
        }

        var isWhole = store.Name.EndsWith($" {parameter.Name}", StringComparison.Ordinal) && store.Name.IndexOf('(') < 0;
        var name = isWhole ? store.Name.Substring(0, store.Name.Length - parameter.Name.Length) + said : $"{store.Name}: {said}";
        return store with { Key = name, Name = name };
    }

    private sealed record Use(StoreUse Store, ReachedBody Reached, bool Puts);

    private sealed record Worker(StepModel? Step, BodyMember Member, List<Use> Uses)
    {
        public string Name => Member.Name;
    }
}
