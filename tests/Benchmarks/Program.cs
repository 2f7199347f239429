using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

// The throughput of a host is measured over seconds and a disk, which is no benchmark of the kind below.
if (args is ["runs", .. var rest])
{
    await SopAsCode.Benchmarks.Running.RunThroughput.RunAsync(rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 6000);
    return 0;
}

// Runs all benchmarks, or those that `--filter` names. A benchmark that did not run to its end makes the exit code 1.
var config = DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
string[] asked = args.Length == 0 ? ["--filter", "*"] : args;
List<Summary> summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(asked, config)];
Console.WriteLine($"Stateless: {typeof(Stateless.FiringMode).Assembly.GetName().Version}");

var failed = summaries.Count == 0 || summaries.Any(summary =>
    summary.HasCriticalValidationErrors || summary.BenchmarksCases.Length == 0 || summary.BenchmarksCases.Any(one => summary[one]?.ResultStatistics is null));
Console.WriteLine(failed ? "Some benchmarks did not run." : "All benchmarks ran.");
return failed ? 1 : 0;
