using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>
/// Compares with a text that somebody has read and approved: <c>Class.Method#name.verified.cs</c> beside the test. A difference leaves
/// <c>.received.cs</c> next to it; <c>SOPASCODE_ACCEPT=1</c> accepts. The file names are Verify's.
/// </summary>
public static class Snapshot
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="extension">Its kind: <c>md</c>, <c>cs</c>.</param>
    /// <param name="name">What it is, when a test has several.</param>
    /// <param name="file">The file of the test.</param>
    /// <param name="member">The test.</param>
    /// <param name="isAccepting">Takes the text as approved; null for what the environment says.</param>
    public static void Match(
        string text, string extension, string? name = null, [CallerFilePath] string file = "", [CallerMemberName] string member = "", bool? isAccepting = null) =>
        Report([Compare(text, new SnapshotPath(file, member), name, extension, isAccepting ?? IsAccepting())]);

    /// <summary>Compares all generated files of a run, and fails over approved files that are no longer generated.</summary>
    /// <param name="run">The run.</param>
    /// <param name="file">The file of the test.</param>
    /// <param name="member">The test.</param>
    /// <param name="isAccepting">Takes the files as approved; null for what the environment says.</param>
    public static void Match(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string member = "", bool? isAccepting = null)
    {
        var accepts = isAccepting ?? IsAccepting();
        Assert.False(run.Files.IsEmpty, "Nothing was generated, so there is nothing to compare.");
        var path = new SnapshotPath(file, member);
        var problems = run.Files
            .Select(generated => Compare($"//HintName: {generated.Key}\n{generated.Value}", path, Path.GetFileNameWithoutExtension(generated.Key), "cs", accepts))
            .ToList();
        var asked = run.Files.Keys.Select(hint => path.Verified(Path.GetFileNameWithoutExtension(hint), "cs")).ToHashSet(StringComparer.Ordinal);
        foreach (var left in path.AllNamed("cs").Where(existing => !asked.Contains(existing)))
        {
            problems.Add(accepts ? Delete(left) : $"{Path.GetFileName(left)} is approved, but no longer generated.");
        }

        Report(problems);
    }

    /// <summary>Fails when a folder has approved files that belong to no test any more.</summary>
    /// <param name="tests">The assembly of the tests.</param>
    /// <param name="file">Any file at the top of the tests' folder: the caller.</param>
    public static void AssertNoneStale(Assembly tests, [CallerFilePath] string file = "")
    {
        var stale = Stale(Path.GetDirectoryName(SourcePath.Find(file))!, tests).ToList();
        Assert.True(stale.Count == 0, "No test asks for: " + string.Join(", ", stale));
    }

    /// <summary>The approved files under a folder that belong to no test.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="tests">The assembly of the tests.</param>
    /// <returns>Their names.</returns>
    public static IEnumerable<string> Stale(string folder, Assembly tests)
    {
        var members = tests.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(method => method.IsDefined(typeof(FactAttribute)))
                .Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.verified.*", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => Path.GetFileName(path))
            .Where(name => !members.Contains(name[..name.IndexOf(".verified.", StringComparison.Ordinal)].Split('#')[0]))
            .Order(StringComparer.Ordinal);
    }

    private static string? Compare(string text, SnapshotPath path, string? name, string extension, bool accepts)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var verified = path.Verified(name, extension);
        var received = path.Received(name, extension);
        File.Delete(received);
        if (File.Exists(verified) && File.ReadAllBytes(verified).AsSpan().SequenceEqual(WithoutMark.GetBytes(text)))
        {
            return null;
        }

        if (accepts)
        {
            File.WriteAllText(verified, text, WithoutMark);
            return null;
        }

        File.WriteAllText(received, text, WithoutMark);
        return File.Exists(verified)
            ? $"{Path.GetFileName(verified)} differs. {FirstDifference.Of(WithoutMark.GetString(File.ReadAllBytes(verified)), text)}"
            : $"{Path.GetFileName(verified)} does not exist. Read {Path.GetFileName(received)} and rename it, or run with SOPASCODE_ACCEPT=1.";
    }

    private static void Report(IEnumerable<string?> problems)
    {
        var found = problems.OfType<string>().ToList();
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    private static bool IsAccepting() => Environment.GetEnvironmentVariable("SOPASCODE_ACCEPT") == "1";

    private static string? Delete(string path)
    {
        File.Delete(path);
        return null;
    }
}
