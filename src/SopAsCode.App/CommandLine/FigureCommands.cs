using System.CommandLine;
using SopAsCode.Figures;

namespace SopAsCode.App;

/// <summary>Commands that show figures from the record.</summary>
internal sealed class FigureCommands(CommandLines lines)
{
    private const int DaysOfScorecard = 30;
    private const int DaysOfReview = 7;

    private readonly Days _days = new();
    private readonly Argument<string?> _sop = new("sop") { Description = "One SOP, by its id. Without it all of them", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _samples = new("--samples") { Description = "How many outputs of AI are shown", HelpName = "number", DefaultValueFactory = _ => WeeklyReviews.UsualSamples };
    private readonly SheetOutput _output = new();

    public IEnumerable<Command> All =>
    [
        lines.Make("scorecard", "How SOPs did in the last 30 days, beside the baselines and targets that they declare", ScorecardAsync, [_sop, _days.From, _days.To, .. _output.Options]),
        lines.Make("cost", "What AI used, month by month: this month and the one before, where no days are stated", CostAsync, [_days.From, _days.To, .. _output.Options]),
        lines.Make("review", "The page of the weekly review, as Markdown: seven days beside the seven before", ReviewAsync, [_days.From, _days.To, _samples, .. _output.Options]),
        lines.Make("risk", "Where AI writes without a yes, waivers, limits and what earned them, reviews that are due: since the quarter began", RiskAsync, [_days.From, _days.To, .. _output.Options]),
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

    private async Task<int> ReviewAsync(Call call)
    {
        var period = _days.Of(call, to => Days.Back(to, DaysOfReview));
        var samples = call.Get(_samples);
        if (samples < 0)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"{_samples.Name} is a number of outputs, and can't be {samples}.");
        }

        var facts = await FactsAsync(call, new(period.Before().From, period.To)).ConfigureAwait(false);
        var review = await ReviewContents.FillAsync(WeeklyReviews.Of(facts, period, samples), await call.StoreAsync().ConfigureAwait(false), call.Cancel).ConfigureAwait(false);
        return await _output.WriteAsync(call, () => ReviewSheet.Of(review, facts, Days.Today(call)), json => FiguresJson.Write(json, review), isMarkdown: true).ConfigureAwait(false);
    }

    private async Task<int> RiskAsync(Call call)
    {
        var period = _days.Of(call, Days.QuarterOf);
        var facts = await FactsAsync(call, period).ConfigureAwait(false);
        var report = RiskReports.Of(facts, period, Days.Today(call));
        return await _output.WriteAsync(call, () => RiskSheet.Of(report, facts), json => FiguresJson.Write(json, report)).ConfigureAwait(false);
    }

    private static async Task<RunFacts> FactsAsync(Call call, Period window)
    {
        RunFacts facts = new(window, call.Setup.Sops);
        using var progress = call.Reading();
        await facts.ReadAsync(await call.StoreAsync().ConfigureAwait(false), progress, call.Cancel).ConfigureAwait(false);
        return facts;
    }
}
