using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Flow;
using SopAsCode.Model.Places;

namespace SopAsCode.Model.Shape;

/// <summary>SOP0001: the class can't be an SOP.</summary>
public sealed class ClassShapeRule() : ShapeRule(
    Id,
    "Class that can't be an SOP",
    "a class with `[Sop]` that can't be an SOP",
    new RuleFix(FixNames.MakePartial, "make partial"),
    new RuleFix(FixNames.AddBase, "add base"))
{
    /// <summary>Its id.</summary>
    public const string Id = "SOP0001";

    private const string Tick = "global::SopAsCode.Tick";

    // A static class or a record can't derive from Sop, so the finding must not ask its author to add the base.
    private const ClassShape NeverDerived = ClassShape.Static | ClassShape.Record;

    internal override IEnumerable<Finding> Check(FlowGraph graph)
    {
        var sop = graph.Sop;
        var shape = sop.Class.Shape;
        if ((shape & NeverDerived) != ClassShape.Fine)
        {
            shape &= ~ClassShape.NotDerived;
        }

        foreach (var (flag, reason) in Reasons)
        {
            if ((shape & flag) != ClassShape.Fine)
            {
                yield return new(Id, DeclarationPlace.OfClass, $"SOP '{sop.Class.Name}' {reason}") { Fix = FixFor(sop, flag) };
            }
        }

        if (sop.Input is { IsUnknown: false, Key: not Tick } input && sop.Triggers.FirstOrDefault(trigger => trigger is { Cron: not null, Each: null }) is { } schedule)
        {
            yield return new(
                Id,
                schedule.Place.At("Cron"),
                $"SOP '{sop.Class.Name}' is about a '{input.Short}', which a schedule can't bring: name in Each a method that returns some, or derive it from Sop or Sop<Tick>");
        }

        foreach (var finding in Key(sop))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Key(SopModel sop)
    {
        var keys = sop.Keys.ToList();
        if (keys.Count > 1)
        {
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"SOP '{sop.Class.Name}' is about a '{sop.Input!.Short}', which has several keys, {MessageText.And([.. keys.Select(key => $"'{key.Name}'")])}: keep [Key] on the one by which an event from outside finds its run");
        }
        else if (keys.Count == 1 && sop.Data.FirstOrDefault(data => data.Type.Key == keys[0].Type.Key)?.Kind is DataKind.Record or DataKind.List or DataKind.Truth)
        {
            yield return new(
                Id,
                DeclarationPlace.OfClass,
                $"SOP '{sop.Class.Name}' is about a '{sop.Input!.Short}', whose key '{keys[0].Name}' is a '{keys[0].Type.Short}', by which no run can be found: put [Key] on a text, a number or an identifier");
        }
    }

    private static Fix? FixFor(SopModel sop, ClassShape flag) => flag switch
    {
        ClassShape.NotPartial or ClassShape.OuterNotPartial => new(FixNames.MakePartial),
        ClassShape.NotDerived => new(FixNames.AddBase, LikelyInput(sop)),
        _ => null,
    };

    // A value that the first step asks for and that no step makes is probably the input of a run.
    private static string LikelyInput(SopModel sop) => sop.Steps
        .Take(1)
        .SelectMany(step => step.Method.Parameters)
        .Where(parameter => parameter is { Role: ParameterRole.Value, Type: { IsNullable: false, CanBeData: true, IsUnknown: false } })
        .Where(parameter => sop.Steps.All(step => step.Makes.All(made => made.Key != parameter.Type.Key)))
        .Select(parameter => parameter.Type.Short)
        .FirstOrDefault() ?? "";

    private static readonly (ClassShape Flag, string Reason)[] Reasons =
    [
        (ClassShape.NotPartial, "must be partial, so that its machine and its page can be generated into it"),
        (ClassShape.NotDerived, "must derive from Sop, or from Sop<T> if each run is about one T"),
        (ClassShape.DerivedFromSop, "derives from another SOP, whose steps it does not get: derive it from Sop or Sop<T>, and call the other one with [Handoff<…>]"),
        (ClassShape.NotClass, "must be a class that derives from Sop, or from Sop<T> if each run is about one T"),
        (ClassShape.Generic, "can't have type parameters, its own or those of a type around it: one class is one SOP"),
        (ClassShape.Abstract, "can't be abstract: a host makes an instance of it for each step"),
        (ClassShape.Static, "can't be static: a host makes an instance of it for each step; make it an ordinary class that derives from Sop or Sop<T>"),
        (ClassShape.Record, "can't be a record: it is a procedure, not a value; make it a class that derives from Sop or Sop<T>"),
        (ClassShape.FileLocal, "can't be file-local, nor can a type around it: hosts and documents need its name"),
        (ClassShape.Hidden, "must be public or internal, and so must every type around it: hosts and documents need to see it"),
        (ClassShape.OuterNotPartial, "stands in a type that is not partial: make that type partial, or move the SOP out of it"),
        (ClassShape.SeveralConstructors, "has several constructors, so a host can't tell which one to call: keep one, or make the others private"),
        (ClassShape.RequiredMembers, "has required members, which a host can't set: take them through the constructor"),
        (ClassShape.UnservedParameter, "takes in its constructor what no host can pass: take services, without 'ref', 'out', spans, pointers, dynamic or [ServiceKey]"),
    ];
}
