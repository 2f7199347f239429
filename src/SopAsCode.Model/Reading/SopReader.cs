using Microsoft.CodeAnalysis;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>
/// The only reader: it makes the model of an SOP from the symbols of its class. The generator and the rules use its result, and
/// nothing else reads the attributes again. It never throws on broken code.
/// </summary>
public static class SopReader
{
    /// <summary>Reads everything of an SOP for rules and fixes, including places and what is still being typed.</summary>
    /// <param name="type">A class with <c>[Sop]</c>.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The model.</returns>
    public static SopModel Read(INamedTypeSymbol type, CancellationToken cancel) => Read(type, isForRules: true, cancel);

    /// <summary>
    /// Reads the part of an SOP that generated files need. What only rules use stays unset: every <see cref="DeclarationPlace"/>, and half-typed code that
    /// does not prevent generation. So two declarations are equal when the generated files are equal.
    /// </summary>
    /// <param name="type">A class with <c>[Sop]</c>.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The model.</returns>
    public static SopModel ReadEmitted(INamedTypeSymbol type, CancellationToken cancel) => Read(type, isForRules: false, cancel);

    private static SopModel Read(INamedTypeSymbol type, bool isForRules, CancellationToken cancel)
    {
        var attributes = AttributeReading.AllOn(type, DeclarationPlace.OfClass, isForRules);
        var sop = attributes.Find(attribute => attribute.Word == "Sop");
        var title = sop.Word is null ? null : sop.Text(0);
        var id = sop.Word is null ? null : sop.Text("Id");
        var methods = MethodsReader.Read(type, isForRules, cancel);
        var input = InputOf(type);
        var model = new SopModel
        {
            Class = ClassReader.Read(type, isForRules, cancel),
            Id = string.IsNullOrWhiteSpace(id) ? Naming.Kebab(type.Name) : id!,
            HasOwnId = !string.IsNullOrWhiteSpace(id),
            Title = string.IsNullOrWhiteSpace(title) ? Naming.Phrase(type.Name) : title!,
            Stage = sop.Word is null ? Stage.Active : (Stage)(sop.Enum("Stage") ?? 0),
            AttributePlace = sop.Word is null ? DeclarationPlace.OfClass : sop.Place,
            Input = input is null ? null : TypeNames.Use(input),
            Services = ClassReader.Services(type),
            Steps = methods.Steps.ToEquatableArray(),
            Conditions = methods.Conditions.ToEquatableArray(),
            Times = methods.Times.ToEquatableArray(),
            Oddities = methods.Oddities.ToEquatableArray(),
            UnknownValues = UnknownValues.On(type, isForRules).ToEquatableArray(),
            Grants = GrantReader.Read(type).ToEquatableArray(),
            HasUnfinishedGrant = isForRules && GrantReader.IsAnyUnfinished(type),
            File = FileOf(type),
            IsRecorded = type.ContainingModule?.ReferencedAssemblies.Any(assembly => assembly.Name == SopSymbols.Runtime) == true,
            Unfinished = methods.Unfinished.ToEquatableArray(),
            Data = DataReader.Read(input, methods.DataTypes, isForRules ? type.ContainingAssembly : null, cancel).ToEquatableArray(),
        };

        var policy = isForRules ? PolicyReader.Read(type.ContainingAssembly) : PolicyReader.ReadEmitted(type.ContainingAssembly);
        model = attributes.Aggregate(model, With) with { House = policy is null ? new() : policy.House with { HoursPlace = default } };
        model = model.Triggers.Any(trigger => trigger.Each is not null)
            ? model with { Triggers = model.Triggers.Select(trigger => trigger.Each is { } each ? trigger with { Each = EachReader.Read(type, each, input) } : trigger).ToEquatableArray() }
            : model;
        model = model.OwnHours is { } own ? model with { House = model.House with { OfficeHours = own.Hours, Zone = own.Zone ?? model.House.Zone } } : model;
        model = PromptReader.Fill(model with { Disclosure = model.Disclosure ?? model.House.Disclosure });
        model = model with { Seniors = SeniorRoles.Of(model, type.ContainingAssembly) };
        return isForRules ? PromptReader.FillTemplates(model) : model;
    }

    /// <summary>Reads a decision about disclosure, of an SOP or a policy.</summary>
    internal static DisclosureModel Disclosure(AttributeReading attribute) =>
        new((DisclosureMode)(attribute.Enum(0) ?? 0), attribute.Text(0), attribute.Text("Because"), attribute.Place);

    /// <summary>Reads what starts a run.</summary>
    internal static TriggerModel Trigger(AttributeReading it) => new(it.Text(0) ?? "", it.Text("Cron"), it.Place)
    {
        Start = it.Reference("Start", CancellationToken.None),
        Each = it.Reference("Each", CancellationToken.None) is { } each ? new(each) : null,
    };

    /// <summary>Adds what the SOP does not cover.</summary>
    internal static SopModel WithOutOfScope(SopModel sop, AttributeReading it) => sop with
    {
        OutOfScope = [.. sop.OutOfScope, new(it.Text(0) ?? "", it.Type("Covered") is { } other ? PartyReader.Sop(other) : null)],
    };

    /// <summary>Adds a change, unless somebody is typing it.</summary>
    internal static SopModel WithChange(SopModel sop, AttributeReading it) => it.IsUnfinished
        ? sop
        : sop with { Changes = [.. sop.Changes, new(it.Text(0) ?? "", it.Text(1) ?? "", it.Text(2) ?? "", it.Place, it.Text("Moves"))] };

    /// <summary>Reads how good a candidate the work is.</summary>
    internal static AssessmentModel Assessment(AttributeReading attribute) => new(
        attribute.Number("Repeatability"),
        attribute.Number("Risk"),
        attribute.Number("DataReadiness"),
        attribute.Number("Judgement"),
        attribute.Number("MinutesSaved"),
        attribute.Place);

    /// <summary>Reads a metric.</summary>
    internal static MetricModel Metric(AttributeReading attribute)
    {
        var measure = (Measure)(attribute.Enum(0) ?? 0);
        return new(
            measure,
            attribute.Text("Name") ?? Naming.Phrase(measure.ToString()),
            attribute.Fraction("Baseline"),
            attribute.Fraction("Target"),
            attribute.Text("Unit"),
            attribute.Place)
        {
            Until = attribute.Reference("Until", CancellationToken.None),
        };
    }

    private static SopModel With(SopModel model, AttributeReading attribute) => AttributeTable.Of(attribute.Word)?.Sop?.Invoke(model, attribute) ?? model;

    /// <summary>The file with the <c>[Sop]</c> of a class, as the compiler knows it, with forward slashes; empty when there is none.</summary>
    /// <param name="type">The class.</param>
    /// <returns>The path.</returns>
    public static string FileOf(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (SopSymbols.IsOurs(attribute, nameof(SopSymbols.SopAttribute)))
            {
                return attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath.Replace('\\', '/') ?? "";
            }
        }

        return "";
    }

    /// <summary>The input of the runs of an SOP; null when they need none.</summary>
    internal static ITypeSymbol? InputOf(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.TypeArguments.Length == 1 && SopSymbols.IsOurs(ancestor, "Sop"))
            {
                return ancestor.TypeArguments[0];
            }
        }

        return null;
    }
}
