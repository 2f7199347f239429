using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

// Runs all benchmarks, or those that `--filter` names. A benchmark that did not run to its end makes the exit code 1.
var config = DefaultConfig.Instance.WithOptions(ConfigOptions.JoinSummary | ConfigOptions.DisableLogFile);
string[] asked = args.Length == 0 ? ["--filter", "*"] : args;
List<Summary> summaries = [.. BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(asked, config)];
Console.WriteLine($"Stateless: {typeof(Stateless.FiringMode).Assembly.GetName().Version}");

var failed = summaries.Count == 0 || summaries.Any(summary =>
    summary.HasCriticalValidationErrors || summary.BenchmarksCases.Length == 0 || summary.BenchmarksCases.Any(one => summary[one]?.ResultStatistics is null));
Console.WriteLine(failed ? "Some benchmarks did not run." : "All benchmarks ran.");
return failed ? 1 : 0;
