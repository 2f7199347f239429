using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0505: a value of a run is a plain text or number. It is reported once per type, at the place where the value first comes from.</summary>
internal sealed class BareDataRule() : SopRule(
    Id,
    "Data of a run that is a bare text, number or date",
    "a value of a run that is a bare text, number or date",
    new(Starter: Info, Recommended: Warning, Strict: Error),
    new RuleFix(FixNames.IntroduceRecord, "introduce a record"))
{
    public const string Id = "SOP0505";

    public override bool SpeaksElsewhere => true;

    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "string", "char", "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint", "float", "double", "decimal",
        "global::System.DateTime", "global::System.DateTimeOffset", "global::System.DateOnly", "global::System.TimeOnly", "global::System.TimeSpan", "global::System.Guid",
        "global::System.Half", "global::System.Int128", "global::System.UInt128", "global::System.Numerics.BigInteger",
    };

    // What can be anything: no record around it says more.
    private static readonly HashSet<string> Shapeless = new(StringComparer.Ordinal)
    {
        "object", "global::System.Dynamic.ExpandoObject",
        "global::System.Text.Json.JsonElement", "global::System.Text.Json.JsonDocument", "global::System.Text.Json.Nodes.JsonNode", "global::System.Text.Json.Nodes.JsonObject", "global::System.Text.Json.Nodes.JsonArray",
    };

    internal override IEnumerable<Finding> Check(RuleContext sop) => Uses(sop.Sop)
            .Where(use => Bare.Contains(use.Type.Key) || Shapeless.Contains(use.Type.Key))
            .GroupBy(use => use.Type.Key, StringComparer.Ordinal)
            .Select(same => same.First())
            .Select(use => new Finding(
                Id,
                use.Place,
                $"{use.Subject} a bare '{Plain(use.Type)}', which does not say what it is, and a run knows only one current value of a type: give it a record of its own")
            {
                Fix = Bare.Contains(use.Type.Key) ? new(FixNames.IntroduceRecord, use.Type.Key) : null,
            });

    private static IEnumerable<(TypeUse Type, DeclarationPlace Place, string Subject)> Uses(SopModel sop)
    {
        if (sop.Input is { } input)
        {
            yield return (input, new DeclarationPlace(null, 0, PlacePart.Input), $"The input of SOP '{sop.Class.Name}' is");
        }

        foreach (var step in sop.Steps)
        {
            foreach (var made in step.Makes)
            {
                var site = step.Kind == StepKind.Handoff ? step.Handoffs.First(handoff => handoff.Result?.Key == made.Key).Place.At("Result") : new(step.Name, step.Overload, PlacePart.ReturnType);
                yield return (made, site, $"{MessageText.Of(sop, step)} returns");
            }
        }

        foreach (var step in sop.Steps)
        {
            foreach (var (type, site) in Parameters(step.Name, step.Overload, step.Method.Parameters))
            {
                yield return (type, site, $"{MessageText.Of(sop, step)} takes");
            }
        }

        foreach (var condition in sop.Questions)
        {
            foreach (var (type, site) in Parameters(condition.Name, condition.Place.Overload, condition.Parameters))
            {
                yield return (type, site, $"{(condition.IsTime ? "Time" : "Condition")} {MessageText.Member(sop, condition.Name)} reads");
            }
        }
    }

    private static IEnumerable<(TypeUse Type, DeclarationPlace Place)> Parameters(string member, int overload, EquatableArray<ParameterModel> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Role == ParameterRole.Value)
            {
                yield return (parameters[i].Type, new(member, overload, PlacePart.Parameter, i));
            }
        }
    }

    private static string Plain(TypeUse type) => type.Key.Substring(type.Key.LastIndexOf('.') + 1);
}
