using System.Globalization;

namespace SopAsCode.Figures;

/// <summary>The files of an audit pack.</summary>
internal static class PackFiles
{
    public const string Readme = "README.md";
    public const string Statement = "pack.json";
    public const string Seal = "pack.seal";
    public const string Signature = "pack.json.cose";
    public const string Events = "events.jsonl";
    public const string Anchor = "anchor.txt";
    public const string Population = "population.csv";
    public const string ControlMap = "control-map.md";
    public const string Contents = "contents.jsonl";
    public const string Pages = "runs";

    private const int LongestName = 100;

    /// <summary>
    /// The page of a sampled run. The number keeps names apart where a file system does not know capital letters. A name that no host gives, in a store
    /// that somebody changed, leads nowhere else.
    /// </summary>
    public static string Page(int number, string run) =>
        $"{Pages}/{number.ToString("000", CultureInfo.InvariantCulture)}-{string.Concat(run.Take(LongestName).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '_'))}.md";
}
