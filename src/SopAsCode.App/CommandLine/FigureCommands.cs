using System.CommandLine;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>Commands that show figures from the record.</summary>
internal sealed class FigureCommands(CommandLines lines)
{
    private const int DaysOfScorecard = 30;

    private readonly Days _days = new();
    private readonly Argument<string?> _sop = new("sop") { Description = "One SOP, by its id. Without it all of them", Arity = ArgumentArity.ZeroOrOne };
    private readonly SheetOutput _output = new();

    public IEnumerable<Command> All =>
    [
        lines.Make("scorecard", "How SOPs did in the last 30 days, beside the baselines and targets that they declare", ScorecardAsync, [_sop, _days.From, _days.To, .. _output.Options]),
        lines.Make("cost", "What AI used, month by month: this month and the one before, where no days are stated", CostAsync, [_days.From, _days.To, .. _output.Options]),
    ];

    private async Task<int> ScorecardAsync(Call call)
    {
        var period = _days.Of(call, to => Days.Back(to, DaysOfScorecard));
        var one = call.Get(_sop) is { } id ? call.Sop(id) : null;
        var facts = await FactsAsync(call, period).ConfigureAwait(false);
        var cards = one is null ? Scorecards.Of(facts, period) : [Scorecards.Of(facts, one, period)];
        return await _output.WriteAsync(call, () => ScorecardSheet.Of(cards, period, facts), json => FiguresJson.Write(json, cards)).ConfigureAwait(false);
    }

    private async Task<int> CostAsync(Call call)
    {
        var period = _days.Of(call, to => new DateOnly(to.Year, to.Month, 1) is var month && month.DayNumber > 0 ? month.AddMonths(-1) : month);
        var facts = await FactsAsync(call, period).ConfigureAwait(false);
        var report = CostReport.Of(facts, period);
        return await _output.WriteAsync(call, () => CostSheet.Of(report, facts), json => FiguresJson.Write(json, report)).ConfigureAwait(false);
    }

    private static async Task<RunFacts> FactsAsync(Call call, Period window)
    {
        RunFacts facts = new(window, call.Setup.Sops);
        await facts.ReadAsync(await call.StoreAsync().ConfigureAwait(false), call.Cancel).ConfigureAwait(false);
        return facts;
    }
}
