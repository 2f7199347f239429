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

    /// <summary>The page of a sampled run. The number keeps names apart where a file system does not know capital letters.</summary>
    public static string Page(int number, string run) => $"{Pages}/{number:000}-{run}.md";
}
