using Microsoft.CodeAnalysis;

namespace SopAsCode.Model;

/// <summary>
/// The one reader: makes the model of an SOP from the symbols of its class. Generator and rules stand on what it returns; nobody
/// reads attributes a second time. Never throws on broken code.
/// </summary>
public static class SopReader
{
    /// <summary>Reads an SOP.</summary>
    /// <param name="type">A class with <c>[Sop]</c>.</param>
    /// <param name="cancel">Ends the reading early.</param>
    /// <returns>The model.</returns>
    public static SopModel Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        var attributes = AttributeReading.AllOn(type, Site.OfClass);
        var sop = attributes.Find(attribute => attribute.Word == "Sop");
        var title = sop.Word is null ? null : sop.Text(0);
        var id = sop.Word is null ? null : sop.Text("Id");
        var methods = MethodsReader.Read(type, cancel);
        var input = InputOf(type);
        var model = new SopModel
        {
            Class = ClassReader.Read(type, cancel),
            Id = string.IsNullOrWhiteSpace(id) ? Naming.Kebab(type.Name) : id!,
            HasOwnId = !string.IsNullOrWhiteSpace(id),
            Title = string.IsNullOrWhiteSpace(title) ? Naming.Phrase(type.Name) : title!,
            SopSite = sop.Word is null ? Site.OfClass : sop.Site,
            Input = input is null ? null : TypeNames.Use(input),
            Services = ClassReader.Services(type),
            Steps = methods.Steps.ToEquatableArray(),
            Conditions = methods.Conditions.ToEquatableArray(),
            Oddities = methods.Oddities.ToEquatableArray(),
            Grants = GrantReader.Read(type).ToEquatableArray(),
            File = FileOf(type),
            Unfinished = methods.Unfinished.ToEquatableArray(),
            Data = DataReader.Read(input, methods.DataTypes, cancel).ToEquatableArray(),
        };

        return attributes.Aggregate(model, With);
    }

    private static SopModel With(SopModel model, AttributeReading attribute) => attribute.Word switch
    {
        "Purpose" => model with { Purpose = new(attribute.Text(0) ?? "", attribute.Text("Output")) },
        "Owner" => model with { Owner = attribute.Party() },
        "Backup" => model with { Backup = attribute.Party() },
        "ValueStream" => model with { ValueStream = attribute.Party() },
        "Trigger" => model with { Triggers = [.. model.Triggers, attribute.Text(0) ?? ""] },
        "OutOfScope" => model with { OutOfScope = [.. model.OutOfScope, attribute.Text(0) ?? ""] },
        "Checklist" => model with { Checklist = attribute.Texts(0) },
        "Metric" => model with { Metrics = [.. model.Metrics, Metric(attribute)] },
        "Review" => model with { Review = new((Cadence)(attribute.Enum(0) ?? 0), attribute.Text("Last"), attribute.Site) },
        "Fallback" => model with { Fallback = new(attribute.Text(0) ?? "", attribute.Text("SwitchWhen")) },
        "Disclosure" => model with { Disclosure = attribute.Text(0) },
        "Link" => model with { Links = [.. model.Links, PartyReader.Link(attribute)] },
        "Change" when !attribute.IsUnfinished => model with
        {
            Changes = [.. model.Changes, new(attribute.Text(0) ?? "", attribute.Text(1) ?? "", attribute.Text(2) ?? "", attribute.Site)],
        },
        _ => model,
    };

    private static MetricModel Metric(AttributeReading attribute)
    {
        var measure = (Measure)(attribute.Enum(0) ?? 0);
        return new(
            measure,
            attribute.Text("Name") ?? Naming.Phrase(measure.ToString()),
            attribute.Fraction("Baseline"),
            attribute.Fraction("Target"),
            attribute.Text("Unit"));
    }

    private static string FileOf(INamedTypeSymbol type)
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

    private static ITypeSymbol? InputOf(INamedTypeSymbol type)
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
