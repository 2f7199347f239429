using System.Diagnostics;
using SopAsCode.App.Tests.Harness;

namespace SopAsCode.App.Tests.Commands;

/// <summary>R1, as the system sees it: the answer comes after the disk has said that it has everything.</summary>
public sealed class OnDiskFirst
{
    [StraceFact]
    public async Task Nobody_hears_yes_before_the_disk_has_it()
    {
        using Office office = new();
        await office.LetterAsync();
        var trace = office.Beside("trace");
        using var traced = office.Begin(
            "strace", "-f", "-y", "-s", "16", "-e", "trace=write,pwrite64,fsync,fdatasync", "-o", trace, "dotnet", Office.Program,
            "approve", "letter-17#2", "--revision", "1", "--tick", "1", "2", "3", "--as", "cho@example.com");
        Assert.Equal("Approved. letter-17 is in Send.\n", await traced.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await traced.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Before the answer: the last write to the log of the file, then a sync of it that ended well, and no write between.
        var calls = await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken);
        var answer = Array.FindIndex(calls, call => call.Contains("write(", StringComparison.Ordinal) && call.Contains("\"Approved. ", StringComparison.Ordinal));
        var written = Array.FindLastIndex(calls, answer, call => call.Contains("pwrite64(", StringComparison.Ordinal) && call.Contains("sops.db-wal>", StringComparison.Ordinal));
        var synced = Array.FindLastIndex(calls, answer, call => call.Contains("sync(", StringComparison.Ordinal) && call.Contains("sops.db-wal>", StringComparison.Ordinal));
        Assert.True(0 < written && written < synced && synced < answer, $"written at {written}, synced at {synced}, answered at {answer}:\n{string.Join('\n', calls)}");
        var thread = calls[synced].Split(' ')[0];
        Assert.Contains(calls[synced..answer], call => call.StartsWith(thread + " ", StringComparison.Ordinal) && call.Contains("sync", StringComparison.Ordinal) && call.EndsWith("= 0", StringComparison.Ordinal));
    }

    /// <summary>A test that watches the calls of the system: skipped where strace is missing or may not watch.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class StraceFactAttribute : FactAttribute
    {
        public StraceFactAttribute([System.Runtime.CompilerServices.CallerFilePath] string? file = null, [System.Runtime.CompilerServices.CallerLineNumber] int line = -1)
            : base(file, line)
        {
            if (!Works.Value)
            {
                Skip = "strace is not installed, or may not watch: run 'apt-get install strace'.";
            }
        }

        private static readonly Lazy<bool> Works = new(() =>
        {
            if (!File.Exists("/usr/bin/strace"))
            {
                return false;
            }

            using var tried = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "true"]) { UseShellExecute = false, RedirectStandardError = true })!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        });
    }
}
