using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using SopAsCode.Benchmarks.Checking;
using SopAsCode.Benchmarks.Running;

// What a host does is measured over seconds and a disk, and what rules cost also on a busy machine: neither is a benchmark of the kind below.
switch (args)
{
    case ["rules", .. var rest]:
        RuleCost.Run(Number(rest, 500), rest.Length > 1 ? Number(rest[1..], 3) : 3);
        return 0;
    case ["runs", .. var rest]:
        await RunThroughput.RunAsync(Number(rest, 6000), rest.Length > 1 ? rest[1] : "", rest.Length > 2 ? [Number(rest[2..], 1)] : [1, 8, 64]);
        return 0;
    case ["effect", .. var rest]:
        await ApprovalToEffect.RunAsync(Number(rest, 500));
        return 0;
    case ["many", .. var rest]:
        await ManyRuns.RunAsync(Number(rest, 100_000), 6000, rest.Length > 1 ? rest[1] : "");
        return 0;
    case ["waiting", .. var rest]:
        await WaitingRuns.RunAsync(Number(rest, 10_000));
        return 0;
    case ["look", var file]:
        await WaitingRuns.LookAsync(file);
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

static int Number(string[] rest, int usual) => rest.Length > 0 ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : usual;
