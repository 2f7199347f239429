using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace SopAsCode.Benchmarks.Reporting;

/// <summary>The fastest iteration as a multiple of the baseline's: what is left of a ratio when the machine is busy.</summary>
internal sealed class FastestColumn : IColumn
{
    public string Id => nameof(FastestColumn);

    public string ColumnName => "Fastest";

    public string Legend => "Fastest iteration, as a multiple of the baseline's fastest";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Baseline;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var baseline = summary.GetBaseline(summary.GetLogicalGroupKey(benchmarkCase));
        return Fastest(summary, benchmarkCase) / Fastest(summary, baseline) is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "?";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    private static double? Fastest(Summary summary, BenchmarkCase? benchmarkCase) =>
        benchmarkCase is null ? null : summary[benchmarkCase]?.ResultStatistics?.Min;
}
