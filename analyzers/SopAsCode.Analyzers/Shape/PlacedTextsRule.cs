using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Shape;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>
/// The rule about texts, numbers and values that must have a form, including those outside an SOP: models of agents, dates of grants, and enum values everywhere.
/// </summary>
internal sealed class PlacedTextsRule() : ShapeWords(new TextsRule())
{
    internal override IEnumerable<Finding> CheckType(TypeContext type) => type.IsSop
        ? []
        :
        [
            .. UnknownValues.On(type.Type).Select(unknown => TextsRule.Unknown(unknown, $"'{type.Type.Name}'")),
            .. Models(type),
            .. Hours(type),
        ];

    internal override IEnumerable<PlacedFinding> CheckGrant(GrantContext grant)
    {
        foreach (var (written, type, number) in grant.UnknownValues)
        {
            yield return new(RuleId, written.GetLocation(), TextsRule.UnknownMessage("Grant", type, number, grant.Of));
        }

        foreach (var date in grant.Dates)
        {
            if (Text(date) is { } text && IsoDay.Of(text) is null)
            {
                yield return new(RuleId, date.GetLocation(), TextsRule.DateMessage("a grant", text));
            }
        }

        if (grant.Argument("On") is { } on && grant.Argument("Until") is { } until && IsoDay.Of(Text(until)) < IsoDay.Of(Text(on)))
        {
            yield return new(RuleId, until.GetLocation(), $"A grant until {Text(until)} that begins on {Text(on)} holds on no day: let it end later, or begin earlier");
        }

        string? Text(ExpressionSyntax written) => grant.ValueOf(written).Value as string;
    }

    private static IEnumerable<Finding> Hours(TypeContext type) =>
        SopSymbols.DerivesFrom(type.Type, "Policy") && PolicyReader.Of(type.Type) is { House: { OfficeHours: { } hours } house } ? TextsRule.Hours($"policy '{type.Type.Name}'", hours, house.Zone, house.HoursPlace) : [];

    private IEnumerable<Finding> Models(TypeContext type) => AgentReader.Models(type.Type)
        .Where(model => !IsModel(model.Text))
        .Select(model => new Finding(RuleId, model.Place, $"Model '{MessageText.Text(model.Text)}' of agent '{type.Type.Name}' must be the exact name of a model, without spaces"));

    /// <summary>Whether a text can be the name of a model.</summary>
    public static bool IsModel(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace);
}
