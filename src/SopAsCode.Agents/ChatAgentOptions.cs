namespace SopAsCode.Agents;

/// <summary>Times and prices.</summary>
public sealed record ChatAgentOptions
{
    /// <summary>How often an AI may call functions before it must answer: rounds, of one or several calls each.</summary>
    public int MostRounds { get; init; } = 10;

    /// <summary>How long one answer may take, with the functions that it calls.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long to wait at most when the service has too much to do and says when to come back. It is waited once; what takes longer, or does not help, is a
    /// failure of the attempt.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many tokens an answer may have at most; null for the limit of the model.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>What models cost, by the names that steps declare. A model that is missing has no cost in the record.</summary>
    public IReadOnlyDictionary<string, ModelPrice> Prices { get; init; } = new Dictionary<string, ModelPrice>(StringComparer.Ordinal);

    /// <summary>The clock; null for the clock of the machine.</summary>
    public TimeProvider? Time { get; init; }
}

/// <summary>What a model costs.</summary>
/// <param name="InputPerMillion">A million tokens that go in.</param>
/// <param name="OutputPerMillion">A million tokens that come out.</param>
/// <param name="Currency">The currency, as its ISO code.</param>
public sealed record ModelPrice(decimal InputPerMillion, decimal OutputPerMillion, string Currency)
{
    private const decimal Million = 1_000_000;

    internal decimal Of(long input, long output) => ((input * InputPerMillion) + (output * OutputPerMillion)) / Million;
}
