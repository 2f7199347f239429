using System.Text.Json;
using System.Text.Json.Serialization;

namespace SopAsCode.Figures;

/// <summary>
/// Writes figures as JSON, without reflection. Members have the names of the properties in camel case; days are ISO texts, times are ISO texts in UTC,
/// durations are seconds, enums are names, and what is not known is left out.
/// </summary>
public static class FiguresJson
{
    /// <summary>Writes scorecards, as a list.</summary>
    /// <param name="json">Where they go.</param>
    /// <param name="cards">The cards.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Scorecard> cards) => JsonSerializer.Serialize(json, cards, FiguresContext.Default.IReadOnlyListScorecard);

    /// <summary>Writes what AI used.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="report">The report.</param>
    public static void Write(Utf8JsonWriter json, CostReport report) => JsonSerializer.Serialize(json, report, FiguresContext.Default.CostReport);

    /// <summary>Writes a review.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="review">The review.</param>
    public static void Write(Utf8JsonWriter json, WeeklyReview review) => JsonSerializer.Serialize(json, review, FiguresContext.Default.WeeklyReview);

    /// <summary>Writes the report about risk.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="report">The report.</param>
    public static void Write(Utf8JsonWriter json, RiskReport report) => JsonSerializer.Serialize(json, report, FiguresContext.Default.RiskReport);

    /// <summary>Writes what was found in an audit pack.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="verdict">What was found.</param>
    public static void Write(Utf8JsonWriter json, PackVerdict verdict) => JsonSerializer.Serialize(json, verdict, FiguresContext.Default.PackVerdict);

    /// <summary>Writes about an audit pack that was made.</summary>
    /// <param name="json">Where it goes.</param>
    /// <param name="made">The pack.</param>
    public static void Write(Utf8JsonWriter json, MadePack made) => JsonSerializer.Serialize(json, made, FiguresContext.Default.MadePack);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<Scorecard>))]
[JsonSerializable(typeof(CostReport))]
[JsonSerializable(typeof(WeeklyReview))]
[JsonSerializable(typeof(RiskReport))]
[JsonSerializable(typeof(PackVerdict))]
[JsonSerializable(typeof(MadePack))]
internal sealed partial class FiguresContext : JsonSerializerContext;
