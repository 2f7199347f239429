using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers.Tests;

/// <summary>Small flows, made at random: every attribute that can lead a run somewhere, over three types of values.</summary>
internal static class SmallFlow
{
    private static readonly string[] Types = ["A", "B", "C"];
    private static readonly string[] Conditions = ["IsA", "IsB", "IsC", "IsAny"];

    /// <summary>A flow.</summary>
    /// <param name="seed">The same seed makes the same flow.</param>
    /// <param name="drafts">Some of its AI steps leave something in the tool and do not write where it can hurt.</param>
    public static SopModel Make(int seed, bool drafts)
    {
        var sop = Make(seed);
        var chance = new Random(~seed);
        return drafts ? Varied(seed, sop with { Steps = [.. sop.Steps.Select(step => step.Kind == Model.StepKind.Ai ? step with { Access = Left(chance.Next(4), step.Access) } : step)] }) : sop;
    }

    // Some checkpoints show some values for context only, and some flows begin with an approved input.
    private static SopModel Varied(int seed, SopModel sop)
    {
        var chance = new Random(seed ^ 0x5eed);
        return sop with { HasApprovedInput = chance.Next(4) == 0, Steps = [.. sop.Steps.Select(step => step.Kind == Model.StepKind.Checkpoint ? step with { Method = WithContext(chance, step.Method) } : step)] };
    }

    private static MethodModel WithContext(Random chance, MethodModel method) =>
        method with { Parameters = [.. method.Parameters.Select(parameter => parameter with { IsShownOnly = chance.Next(5) == 0 })] };

    /// <summary>A flow in which an AI leaves nothing behind.</summary>
    /// <param name="seed">The same seed makes the same flow.</param>
    public static SopModel Make(int seed)
    {
        var chance = new Random(seed);
        var count = chance.Next(2, 8);
        return new()
        {
            Class = new() { Namespace = "", Name = "Flow", Reference = "global::Flow", FullName = "Flow", Openings = [], CanBeOpened = true, Shape = ClassShape.Fine },
            Id = "flow",
            Title = "Flow",
            AttributePlace = DeclarationPlace.OfClass,
            Input = Type("A"),
            Steps = [.. Enumerable.Range(0, count).Select(number => Step(chance, number, count))],
            Conditions =
            [
                .. Types.Select(type => Condition("Is" + type, type)),
                Condition("IsAny", "A", "B"),
            ],
        };
    }

    private static StepModel Step(Random chance, int number, int count)
    {
        // Behind a checkpoint at the start there is more to be seen than what nobody approved.
        var kind = number == 0 && chance.Next(2) == 0 ? Model.StepKind.Checkpoint : (Model.StepKind)chance.Next(4);
        var name = Name(number);
        var worker = kind is Model.StepKind.Ai or Model.StepKind.Automated;
        return new()
        {
            Name = name,
            Overload = 0,
            Title = name,
            Kind = kind,
            Place = new(name),
            Method = new()
            {
                Modifiers = "public",
                ReturnType = "Task",
                Returns = ReturnShape.Task,
                Result = chance.Next(3) > 0 ? Type(Pick(chance, Types)) : null,
                Parameters = [.. Types.Where(_ => chance.Next(2) == 0).Select(type => new ParameterModel(type, Type(type), ParameterRole.Value, ""))],
            },
            Access = chance.Next(2) == 0 ? [new(new("Tool", "Tool", DeclarationPlace.OfClass), Model.Access.Write, Model.Impact.Customers, false, DeclarationPlace.OfClass)] : [],
            Next = [.. Enumerable.Range(0, chance.Next(4)).Select(_ => Next(chance, count))],
            OnReject = kind == Model.StepKind.Checkpoint && chance.Next(2) == 0 ? Reject(chance, count) : null,
            OnTimeout = chance.Next(6) == 0 ? To(chance, count) : null,
            OnFailure = worker && chance.Next(4) == 0 ? new(To(chance, count), chance.Next(3), DeclarationPlace.OfClass) : null,
            Limit = worker && chance.Next(4) == 0 ? Limit(chance, count, number) : null,
        };
    }

    private static EquatableArray<AccessModel> Left(int which, EquatableArray<AccessModel> other) => which switch
    {
        0 or 1 => [new(new("Tool", "Tool", DeclarationPlace.OfClass), Model.Access.Draft, null, false, DeclarationPlace.OfClass)],
        2 => [new(new("Tool", "Tool", DeclarationPlace.OfClass), Model.Access.Write, Model.Impact.None, false, DeclarationPlace.OfClass)],
        _ => other,
    };

    private static NextModel Next(Random chance, int count)
    {
        var most = chance.Next(4) == 0 ? 2 : 0;
        return new(
            To(chance, count),
            chance.Next(2) == 0 ? new(Pick(chance, Conditions), false, DeclarationPlace.OfClass) : null,
            most,
            most > 0 && chance.Next(2) == 0 ? To(chance, count) : null,
            DeclarationPlace.OfClass);
    }

    private static RejectModel Reject(Random chance, int count)
    {
        var most = chance.Next(2) * 2;
        return new(To(chance, count), most, most > 0 && chance.Next(2) == 0 ? To(chance, count) : null, DeclarationPlace.OfClass);
    }

    private static LimitModel Limit(Random chance, int count, int self)
    {
        var outside = chance.Next(2) == 0 ? To(chance, count) : null;
        return new(
            "",
            chance.Next(4) > 0 ? new(Pick(chance, Conditions), false, DeclarationPlace.OfClass) : null,
            chance.Next(3),
            outside?.Name == Name(self) ? null : outside,
            chance.Next(2) == 0 ? "2026-09-14" : null,
            null,
            DeclarationPlace.OfClass);
    }

    private static StepReference To(Random chance, int count)
    {
        var number = chance.Next(count + 1);
        return new(number == count ? Pick(chance, ["(completed)", "(fallback)"]) : Name(number), false, DeclarationPlace.OfClass);
    }

    private static ConditionModel Condition(string name, params string[] types) => new()
    {
        Name = name,
        Text = name,
        Place = DeclarationPlace.OfClass,
        Parameters = [.. types.Select(type => new ParameterModel(type, Type(type), ParameterRole.Value, ""))],
    };

    private static string Name(int number) => $"S{number}";

    private static string Pick(Random chance, string[] from) => from[chance.Next(from.Length)];

    private static TypeUse Type(string name) => new(name, name, name, false, false, true, false);
}
