using System.Globalization;

namespace SopAsCode.Documents;

/// <summary>Makes the site from a command line.</summary>
public static class SiteCommand
{
    /// <summary>How it is called.</summary>
    public const string Usage = "site <assembly>… --to <folder> [--title <text>] [--as-of <yyyy-MM-dd>] [--changes <address>] [--lock <Sops.lock.txt>] [--older <assembly>]";

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="output">Where it says what it did.</param>
    /// <param name="errors">Where it says what is wrong.</param>
    /// <returns>0 when the site is up to date.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            var (assemblies, options) = Read(FromFile(arguments));
            var result = SopSite.Write(assemblies, options);
            foreach (var sop in assemblies.SelectMany(assembly => assembly.Skipped))
            {
                output.WriteLine($"warning SOP1207: {sop} is not on the site, because it is described in a newer format: use one version of the package SopAsCode everywhere");
            }

            if (result.Written.Count + result.Removed.Count > 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SOP site in {options.Directory}: {result.Written.Count} written, {result.Removed.Count} removed, {result.Unchanged} unchanged. Open {Path.Combine(options.Directory, "index.html")}"));
            }

            return 0;
        }
        catch (Exception e) when (e is SiteException or FormatException or IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            errors.WriteLine($"error SOP1217: the site was not made: {e.Message}");
            return 1;
        }
    }

    // A build writes the arguments into a file, one on a line, because no shell then takes any of them for something else.
    private static IReadOnlyList<string> FromFile(IReadOnlyList<string> arguments) =>
        arguments is [['@', .. var file]] ? [.. File.ReadAllLines(file).Where(line => line.Length > 0)] : arguments;

    private static (IReadOnlyList<SopAssembly> Assemblies, SiteOptions Options) Read(IReadOnlyList<string> arguments)
    {
        List<string> files = [];
        List<string> locks = [];
        List<string> older = [];
        string? directory = null;
        string? title = null;
        string? changes = null;
        DateOnly? asOf = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                if (i > 0 || name != "site")
                {
                    files.Add(name);
                }

                continue;
            }

            var value = ++i < arguments.Count ? arguments[i] : throw new SiteException($"{name} needs a value. Usage: {Usage}");
            switch (name)
            {
                case "--to":
                    directory = value;
                    break;
                case "--title":
                    title = value;
                    break;
                case "--changes":
                    changes = value;
                    break;
                case "--as-of":
                    asOf = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new SiteException($"'{value}' is no day such as 2026-11-30.");
                    break;
                case "--lock":
                    locks.Add(value);
                    break;
                case "--older":
                    older.Add(value);
                    break;
                default:
                    throw new SiteException($"{name} is unknown. Usage: {Usage}");
            }
        }

        return files.Count == 0 || directory is null
            ? throw new SiteException($"It needs an assembly and a folder. Usage: {Usage}")
            : ([.. files.Select(SopAssembly.Read)], new()
            {
                Directory = directory,
                Title = title,
                AsOf = asOf,
                ChangeAddress = changes,
                LockFiles = [.. locks.Where(File.Exists).Select(File.ReadAllText)],
                Older = [.. older.Select(SopAssembly.Read)],
            });
    }
}
