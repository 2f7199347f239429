using System.Runtime.CompilerServices;
using System.Text;
using SopAsCode.Model;

namespace SopAsCode.Generators;

/// <summary>Writes the JSON Schema (draft 2020-12) of what a step takes and returns: what an AI is asked to answer in.</summary>
internal static class JsonSchema
{
    // The definition says them, and so does its JSON.
    private static readonly ConditionalWeakTable<StepModel, Place> Known = new();

    /// <summary>The values a step asks for, one property each; null when it asks for none.</summary>
    public static string? OfInputs(SopModel sop, StepModel step) => Of(sop, step).Inputs;

    /// <summary>The value a step returns; null when it returns none.</summary>
    public static string? OfOutput(SopModel sop, StepModel step) => Of(sop, step).Output;

    private static Schemas Of(SopModel sop, StepModel step)
    {
        var place = Known.GetOrCreateValue(step);
        return place.Last is { } last && ReferenceEquals(last.Sop, sop) ? last : place.Last = Write(sop, step);
    }

    private static Schemas Write(SopModel sop, StepModel step)
    {
        var inputs = step.Method.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).ToList();
        return new(
            sop,
            inputs.Count == 0 ? null : new Writer(sop).Root(inputs.Select(input => (input.Name, input.Type))),
            step.Method.Elements.Count > 0 ? new Writer(sop).Root(step.Method.Elements.Select(part => (part.Short, part)))
            : step.Method.Result is { } result ? new Writer(sop).Root(result)
            : null);
    }

    private sealed record Schemas(SopModel Sop, string? Inputs, string? Output);

    private sealed class Place
    {
        public Schemas? Last { get; set; }
    }

    private sealed class Writer(SopModel sop)
    {
        private readonly List<string> _named = [];

        public string Root(IEnumerable<(string Name, TypeUse Type)> properties)
        {
            var body = Object(properties.Select(property => (property.Name, property.Type, (DataClass?)null)));
            return Finish(body);
        }

        public string Root(TypeUse type) => Finish(Body(type));

        // Records stand once each under "$defs", so that a record may hold itself.
        private string Finish(string body)
        {
            if (_named.Count == 0)
            {
                return $"{{{body}}}";
            }

            var definitions = new StringBuilder();
            for (var i = 0; i < _named.Count; i++)
            {
                var model = sop.Data.First(data => data.Type.Key == _named[i]);
                var properties = Object(model.Properties.Select(property => (property.Name, property.Type, property.Class)));
                definitions.Append(i == 0 ? "" : ",").Append($"{JsonText.Quote(Name(_named[i]))}:{{{properties}}}");
            }

            return $"{{{body},\"$defs\":{{{definitions}}}}}";
        }

        private string Body(TypeUse type)
        {
            var model = sop.Data.FirstOrDefault(data => data.Type.Key == type.Key);
            return model?.Kind switch
            {
                DataKind.Record => Reference(type.Key),
                DataKind.List when model.Element is { } element => $"\"type\":\"array\",\"items\":{Type(element)}",
                DataKind.Enum => $"\"type\":\"string\",\"enum\":[{string.Join(",", model.Values.Select(JsonText.Quote))}]",
                DataKind.Number => $"\"type\":\"{(IsWhole(type.Key) ? "integer" : "number")}\"",
                DataKind.Truth => "\"type\":\"boolean\"",
                DataKind.Formatted => Format(type.Key),
                _ => "\"type\":\"string\"",
            };
        }

        private string Type(TypeUse type)
        {
            var body = $"{{{Body(type)}}}";
            return type.IsNullable ? $"{{\"anyOf\":[{body},{{\"type\":\"null\"}}]}}" : body;
        }

        private string Object(IEnumerable<(string Name, TypeUse Type, DataClass? Class)> properties)
        {
            var all = properties.ToList();
            var members = all.Select(property => $"{JsonText.Quote(property.Name)}:{Type(property.Type)}");
            return $"\"type\":\"object\",\"properties\":{{{string.Join(",", members)}}},\"required\":[{string.Join(",", all.Select(property => JsonText.Quote(property.Name)))}],\"additionalProperties\":false";
        }

        private string Reference(string key)
        {
            if (!_named.Contains(key))
            {
                _named.Add(key);
            }

            return $"\"$ref\":{JsonText.Quote("#/$defs/" + Name(key))}";
        }

        // Short where no other record has the same short name.
        private string Name(string key)
        {
            var type = sop.Data.First(data => data.Type.Key == key).Type;
            return sop.Data.Count(data => data.Type.Short == type.Short) == 1 ? type.Short : type.Plain;
        }

        private static bool IsWhole(string key) => key is "int" or "long" or "short" or "byte" or "uint" or "ulong" or "ushort" or "sbyte";

        private static string Format(string key) => key switch
        {
            "global::System.DateOnly" => "\"type\":\"string\",\"format\":\"date\"",
            "global::System.DateTime" or "global::System.DateTimeOffset" => "\"type\":\"string\",\"format\":\"date-time\"",
            "global::System.Guid" => "\"type\":\"string\",\"format\":\"uuid\"",
            "decimal" => "\"type\":\"number\"",
            _ => "\"type\":\"string\"",
        };
    }
}
