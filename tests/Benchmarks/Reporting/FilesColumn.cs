using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using SopAsCode.Benchmarks.Generating;

namespace SopAsCode.Benchmarks.Reporting;

/// <summary>How many files a run writes that the run before it did not.</summary>
internal sealed class FilesColumn : IColumn
{
    // Benchmarks run in this process, so that what they found out is at hand.
    private static readonly Dictionary<(string Method, int Count, Change Change), int> Written = [];

    public string Id => nameof(FilesColumn);

    public string ColumnName => "Files";

    public string Legend => "Files that the run wrote anew";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public static void Remember(string method, int count, Change change, int files) => Written[(method, count, change)] = files;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        // Benchmarks of other kinds stand in the same table when all run.
        return benchmarkCase.Parameters["Count"] is int count && benchmarkCase.Parameters["Change"] is Change change
            && Written.TryGetValue((benchmarkCase.Descriptor.WorkloadMethod.Name, count, change), out var files)
            ? files.ToString(CultureInfo.InvariantCulture)
            : "";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
