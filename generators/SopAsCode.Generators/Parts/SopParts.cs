using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>
/// The parts of an SOP that its files need. What a part leaves out is unset, so that two parts are equal when only that differs. A file
/// reads nothing that its part leaves out; a test checks this by writing every file also from the whole SOP.
/// </summary>
internal static class SopParts
{
    private static readonly MethodModel NoMethod = new() { Modifiers = "", ReturnType = "", Returns = ReturnShape.Void };

    /// <summary>The names of the states.</summary>
    public static SopModel OfStates(SopModel sop) => Frame(sop) with
    {
        Steps = Steps(sop, step => Bare(step, NoMethod) with { Title = step.Title }),
    };

    /// <summary>What the generated bodies of steps without code need.</summary>
    public static SopModel OfBodies(SopModel sop)
    {
        var steps = sop.Steps.Where(step => step.Method.NeedsBody).Select(step => Bare(step, step.Method) with
        {
            Prompt = step.Prompt is { } prompt ? new("", prompt.Parts, default) : null,
            Texts = step.Prompt is null ? [] : step.Texts.Where(text => text.Word == nameof(StepModel.Instructions)).ToEquatableArray(),
            Guardrails = step.Prompt is null ? [] : step.Guardrails,
        }).ToEquatableArray();
        return Frame(sop) with
        {
            Steps = steps,

            // Generated code needs the properties only of values that an AI gets or returns.
            Data = steps.Any(step => step.Kind == StepKind.Ai) ? sop.Data.Select(Unclassified).ToEquatableArray() : [],
        };
    }

    /// <summary>The edges between the steps.</summary>
    public static SopModel OfMachine(SopModel sop) => Frame(sop) with
    {
        Stage = sop.Stage,
        Conditions = sop.Conditions,
        Steps = Steps(sop, step => Bare(step, step.Method) with
        {
            Title = step.Title,
            Next = step.Next,
            OnReject = step.OnReject,
            OnTimeout = step.OnTimeout,
            OnFailure = step.OnFailure,
            Limit = step.Limit is { } limit ? limit with { Since = null, Evidence = null } : null,
            Handoffs = step.Handoffs,
            Meanwhile = step.Meanwhile.Select(task => task with { Title = "" }).ToEquatableArray(),
        }),
    };

    /// <summary>How the dispatcher calls steps and conditions.</summary>
    public static SopModel OfDispatcher(SopModel sop) => Frame(sop) with
    {
        Id = sop.Id,
        Stage = sop.Stage,
        Input = sop.Input,
        Services = sop.Services,
        Triggers = sop.Triggers.Where(trigger => trigger.Each is not null).Select(trigger => new TriggerModel("", null, default) { Each = trigger.Each }).ToEquatableArray(),
        Data = sop.Data.Where(data => data.Kind == DataKind.List || data.Type.Key == sop.Input?.Key).Select(KeysOnly).ToEquatableArray(),
        Conditions = sop.Conditions.Select(condition => condition with { Text = "" }).ToEquatableArray(),
        Times = sop.Times.Select(time => time with { Text = "" }).ToEquatableArray(),
        Steps = Steps(sop, step => Bare(step, step.Method) with { Handoffs = step.Handoffs }),
    };

    /// <summary>Everything that is declared, without places, and without how code makes an instance.</summary>
    public static SopModel OfDeclaration(SopModel sop) => OfPage(sop) with { File = "", WordsFile = null };

    /// <summary>Everything that people read.</summary>
    public static SopModel OfPage(SopModel sop) => sop with { Class = Frame(sop.Class), Services = [], Oddities = [], UnknownValues = [], Unfinished = [] };

    /// <summary>What the placeholder file needs when nothing else can be generated.</summary>
    public static SopModel OfPlaceholders(SopModel sop) => Frame(sop) with
    {
        Class = sop.Class,
        Conditions = sop.Conditions.Select(condition => new ConditionModel { Name = condition.Name, Text = "", Place = default }).ToEquatableArray(),
        Steps = Steps(sop, step => Bare(step, step.Method)),
    };

    // What every file needs for its header and for the declaration of the class.
    private static SopModel Frame(SopModel sop) => new() { Class = Frame(sop.Class), Id = "", Title = sop.Title, AttributePlace = default };

    private static SopClass Frame(SopClass type) => type with { Shape = ClassShape.Fine, HasUnfinishedAttribute = false, OtherMembers = [], HiddenNames = [] };

    private static StepModel Bare(StepModel step, MethodModel method) =>
        new() { Name = step.Name, Overload = 0, Title = "", Kind = step.Kind, IsOutside = step.IsOutside, Place = default, Method = method };

    private static EquatableArray<StepModel> Steps(SopModel sop, Func<StepModel, StepModel> part) => sop.Steps.Select(part).ToEquatableArray();

    private static DataModel Unclassified(DataModel data) => data with
    {
        Class = null,
        IsUnfinished = false,
        Hidden = [],
        IsAnything = false,
        Properties = data.Properties.Select(property => new DataProperty(property.Name, property.Type, null)).ToEquatableArray(),
    };

    private static DataModel KeysOnly(DataModel data) => new()
    {
        Type = data.Type,
        Kind = data.Kind,
        Properties = data.Properties.Where(property => property.IsKey).Select(property => property with { Class = null }).ToEquatableArray(),
    };
}
