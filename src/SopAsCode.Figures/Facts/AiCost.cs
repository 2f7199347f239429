using System.Globalization;
using SopAsCode.Runtime;

namespace SopAsCode.Figures;

/// <summary>What steps of AI used, added up. What is not recorded is counted too, so that a sum never looks whole when it is not.</summary>
public sealed record AiUse
{
    /// <summary>Steps of AI that were completed.</summary>
    public required int Steps { get; init; }

    /// <summary>Tokens that went in, where they are recorded.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens that came out, where they are recorded.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>The cost in each currency, where it is recorded.</summary>
    public required IReadOnlyList<Money> Cost { get; init; }

    /// <summary>Completed steps without recorded tokens.</summary>
    public required int WithoutTokens { get; init; }

    /// <summary>Completed steps without a recorded cost.</summary>
    public required int WithoutCost { get; init; }
}

/// <summary>An amount.</summary>
public sealed record Money
{
    /// <summary>How much.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The currency as the price list names it; empty when it names none.</summary>
    public required string Currency { get; init; }
}

/// <summary>Adds up what AI used.</summary>
internal sealed class AiCost
{
    private readonly SortedDictionary<string, decimal> _amounts = new(StringComparer.Ordinal);
    private int _steps;
    private long _input;
    private long _output;
    private int _withoutTokens;
    private int _withoutCost;

    public void Add(AgentMark used)
    {
        _steps++;
        _input += used.InputTokens ?? 0;
        _output += used.OutputTokens ?? 0;
        _withoutTokens += used is { InputTokens: null, OutputTokens: null } ? 1 : 0;
        if (Read(used.Cost) is { } money)
        {
            _amounts[money.Currency] = _amounts.GetValueOrDefault(money.Currency) + money.Amount;
        }
        else
        {
            _withoutCost++;
        }
    }

    /// <summary>What some steps used.</summary>
    public static AiCost Of(IEnumerable<AgentMark> used)
    {
        AiCost all = new();
        foreach (var one in used)
        {
            all.Add(one);
        }

        return all;
    }

    /// <summary>The sum of several sums.</summary>
    public static AiUse Sum(IEnumerable<AiCost> costs)
    {
        AiCost all = new();
        foreach (var cost in costs)
        {
            all._steps += cost._steps;
            all._input += cost._input;
            all._output += cost._output;
            all._withoutTokens += cost._withoutTokens;
            all._withoutCost += cost._withoutCost;
            foreach (var (currency, amount) in cost._amounts)
            {
                all._amounts[currency] = all._amounts.GetValueOrDefault(currency) + amount;
            }
        }

        return all.Sum();
    }

    public AiUse Sum() => new()
    {
        Steps = _steps,
        InputTokens = _input,
        OutputTokens = _output,
        Cost = [.. _amounts.Select(amount => new Money { Amount = amount.Value, Currency = amount.Key })],
        WithoutTokens = _withoutTokens,
        WithoutCost = _withoutCost,
    };

    // The record has the number first and the currency behind it.
    private static Money? Read(string? cost)
    {
        var parts = (cost ?? "").Split(' ', 2, StringSplitOptions.TrimEntries);
        return decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new() { Amount = amount, Currency = parts.Length > 1 ? parts[1] : "" }
            : null;
    }
}
