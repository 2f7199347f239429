using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace SopAsCode.Property.Tests.Procedures;

/// <summary>Makes random plans, and smaller ones of a plan that failed.</summary>
internal static class RandomPlans
{
    private const int MostSteps = 30;

    // In a long one with ways at random hardly anything is approved wherever a run came from.
    private const int FewSteps = 7;

    private static readonly Gen<int> State = Gen.Choose(0, 9999);
    private static readonly Gen<int?> Perhaps = Gen.Frequency((1, Gen.Constant<int?>(null)), (1, State.Select(state => (int?)state)));
    private static readonly Gen<int> Few = Gen.Choose(0, 3);
    private static readonly Gen<int> Condition = Gen.Choose(0, Plan.Conditions - 1);

    private static readonly Gen<Way> Conditional =
        from to in State
        from condition in Condition
        from atMost in Rarely(Few)
        from then in Perhaps
        select new Way(to, condition, atMost, atMost > 0 ? then : null);

    private static readonly Gen<Way> Otherwise =
        from to in State
        from atMost in Rarely(Few)
        from then in Perhaps
        select new Way(to, null, atMost, atMost > 0 ? then : null);

    // None, one, several with an otherwise; now and then without one, or with entries after it that nobody reaches.
    private static readonly Gen<ImmutableArray<Way>> Next = Gen.Frequency(
        (4, Gen.Constant(ImmutableArray<Way>.Empty)),
        (2, Otherwise.Select(way => ImmutableArray.Create(way))),
        (5, from ways in Several(Conditional, 3) from last in Otherwise select ways.Add(last)),
        (1, Several(Conditional, 3)),
        (1, from ways in Several(Conditional, 2) from last in Otherwise from unread in Conditional select ways.Add(last).Add(unread)));

    private static readonly Gen<Back?> OnReject = Sometimes(
        from to in State
        from atMost in Few
        from then in Perhaps
        select new Back(to, atMost, atMost > 0 ? then : null));

    private static readonly Gen<Failure?> OnFailure = Sometimes(from to in State from retries in Few select new Failure(to, retries));

    private static readonly Gen<Bound?> Limit = Sometimes(
        from condition in Gen.Choose(-1, Plan.Conditions - 1)
        from perDay in Few
        from otherwise in Perhaps
        from dated in Gen.Choose(0, 1)
        select new Bound(condition < 0 ? null : condition, perDay, otherwise, dated > 0));

    private static readonly Gen<ImmutableArray<int>> Tasks = Gen.Frequency((6, Gen.Constant(ImmutableArray<int>.Empty)), (1, Several(State, 2)));

    private static readonly Gen<StepPlan> Step =
        from work in Gen.Elements(Enum.GetValues<Work>())
        let bare = new StepPlan(work)
        from next in Next
        from reject in OnReject
        from approvals in Gen.Choose(1, 3)
        from failure in OnFailure
        from late in Perhaps
        from limit in Limit
        from reads in Gen.Choose(0, 63)
        from makes in Gen.Choose(0, 99)
        from writes in Gen.Choose(0, 1)
        from notBy in Perhaps
        from context in Rarely(Gen.Choose(0, 15))
        from tasks in Tasks
        select bare with
        {
            Next = next,
            OnReject = bare.IsCheckpoint ? reject : null,
            Approvals = bare.IsCheckpoint ? approvals : 1,
            OnFailure = bare.CanFail ? failure : null,
            OnTimeout = late,
            Limit = bare.CanBeLimited ? limit : null,
            Reads = reads,
            Makes = makes,
            Writes = bare.CanWrite && writes == 0,
            NotBy = bare.IsCheckpoint ? notBy : null,
            Context = bare.IsCheckpoint ? context & reads : 0,
            Tasks = tasks,
        };

    // Most ways to write a procedure are odd in some respects, and in each of them often enough that it is tried beside all others.
    private static readonly Gen<Wording> Wording = Gen.Frequency(
        (1, Gen.Constant(Procedures.Wording.Plain)),
        (3, from odd in Gen.Choose(0, (int)Odd.All) from seed in Gen.Choose(0, 9999) select new Wording((Odd)odd, seed)));

    private static readonly Gen<Plan> Procedure =
        from count in Gen.Frequency((1, Gen.Choose(1, FewSteps)), (1, Gen.Choose(1, MostSteps)))
        from steps in Gen.ArrayOf(Step, count)
        from chance in Gen.Choose(0, int.MaxValue - 1)
        from wording in Wording
        select new Plan([.. steps], chance, wording);

    /// <summary>Several procedures, which are compiled together: compiling is what takes time.</summary>
    public static Arbitrary<Plan[]> Batches(int size) => Arb.From(Gen.ArrayOf(Procedure, size), Smaller);

    // First the procedure that fails, alone; then without each of its steps; then without what its steps say.
    private static IEnumerable<Plan[]> Smaller(Plan[] plans) => plans switch
    {
        [] => [],
        [var plan] => Smaller(plan).Select(smaller => new[] { smaller }),
        _ => [plans[..(plans.Length / 2)], plans[(plans.Length / 2)..]],
    };

    private static IEnumerable<Plan> Smaller(Plan plan)
    {
        foreach (var odd in Enum.GetValues<Odd>().Where(odd => plan.Wording.Odd.HasFlag(odd) && odd is not (Odd.None or Odd.All)))
        {
            yield return plan with { Wording = plan.Wording with { Odd = plan.Wording.Odd & ~odd } };
        }

        for (var half = plan.Steps.Length / 2; plan.Steps.Length > 2 && half > 0; half = 0)
        {
            yield return plan with { Steps = plan.Steps[..half] };
            yield return plan with { Steps = plan.Steps[half..] };
        }

        for (var i = 0; i < plan.Steps.Length; i++)
        {
            if (plan.Steps.Length > 1)
            {
                yield return plan with { Steps = plan.Steps.RemoveAt(i) };
            }

            foreach (var step in Smaller(plan.Steps[i]))
            {
                yield return plan with { Steps = plan.Steps.SetItem(i, step) };
            }
        }
    }

    private static IEnumerable<StepPlan> Smaller(StepPlan step) => new[]
    {
        step with { Next = [] },
        step with { OnReject = null },
        step with { Approvals = 1 },
        step with { OnFailure = null },
        step with { OnTimeout = null },
        step with { Limit = null },
        step with { Reads = 0 },
        step with { Makes = 0 },
        step with { Writes = false },
        step with { NotBy = null },
        step with { Context = 0 },
        step with { Tasks = [] },
    }.Where(smaller => smaller != step);

    private static Gen<ImmutableArray<T>> Several<T>(Gen<T> one, int most) =>
        from count in Gen.Choose(1, most) from all in Gen.ArrayOf(one, count) select all.ToImmutableArray();

    private static Gen<int> Rarely(Gen<int> some) => Gen.Frequency((2, Gen.Constant(0)), (1, some));

    private static Gen<T?> Sometimes<T>(Gen<T> some)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, some.Select(one => (T?)one)));
}
