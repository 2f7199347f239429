namespace SopAsCode.Figures;

/// <summary>The first page of a pack: what is in it, what is not, and how to check it.</summary>
internal static class PackReadme
{
    public static Sheet Of(PackStatement statement, int pages, bool isSigned, IReadOnlyList<PackProblem> problems) => new()
    {
        Title = $"Audit pack, {statement.Period}",
        Blocks =
        [
            new SheetText($"Made {Words.Time(statement.Made)} from the record of {(statement.Sop is { } sop ? $"the runs of {sop}" : "all runs")}: {Words.Count(statement.Runs, "run")}, {Words.Count(statement.Events, "event")}."),
            .. Problems(problems),
            new SheetHeading("What is in it"),
            new SheetTable(["File", "What"],
            [
                [PackFiles.Population, "each run that was open on one of these days (UTC), a row each"],
                [PackFiles.Events, "all events of these runs until it was made, a line of JSON each, in the order in which they were recorded"],
                [PackFiles.Anchor, "the head of each run, as the command anchor writes it"],
                [$"{PackFiles.Pages}/", $"a page for each of the {Words.Count(pages, "run")} of the sample: who saw, proposed and approved what, and what was done"],
                [PackFiles.ControlMap, "which declaration, rule and guarantee controls what, and how often it was at work"],
                .. statement.WithContent ? [[PackFiles.Contents, "the contents of the runs of the sample, with their salts"]] : Array.Empty<IReadOnlyList<string>>(),
                [PackFiles.Statement, "what this pack says about itself, with the SHA-256 of each other file"],
                [PackFiles.Seal, $"the SHA-256 of {PackFiles.Statement}"],
                .. isSigned ? [[PackFiles.Signature, $"a signature over {PackFiles.Statement}, as COSE_Sign1 with detached content (RFC 9052)"]] : Array.Empty<IReadOnlyList<string>>(),
            ]),
            new SheetHeading("How the sample was drawn"),
            new SheetText($"All runs of the population are put in the order of the SHA-256 of the seed, a line feed and the name of the run, and the first {statement.Sample} are taken. The seed is “{statement.Seed}”. Anybody can draw it again."),
            new SheetHeading("What is personal"),
            statement.WithContent
                ? new SheetText("The contents of the runs of the sample are in this pack: inputs, outputs, reasons and comments, with all that is personal in them. Treat it like the data itself.")
                : new SheetText("No contents are in this pack: no inputs, outputs, reasons or comments. They are named by salted hashes, which reveal nothing."),
            new SheetText("Events name the people of the team who acted, and the names of runs, as they were given. These names are in each pack."),
            new SheetHeading("How to check it"),
            new SheetText("The program of the team checks it without its store, with nothing but this folder:"),
            new SheetQuote("sop verify --pack FOLDER"),
            new SheetText($"It looks at the hash of each file, computes the chain of each run again, compares it with {PackFiles.Anchor}, counts the population against the events, and draws the sample again."),
            new SheetText($"Without the program: the SHA-256 of {PackFiles.Statement} is in {PackFiles.Seal}; the hash of an event is the SHA-256 of its line without the member hash, in the canonical form of RFC 8785, and each event names the hash of the one before it as previous. The first names 64 zeros."),
            new SheetHeading("What that shows, and what not"),
            new SheetText("It shows that nothing in this folder changed since it was sealed, as long as the seal is compared with one that was kept elsewhere (--seal), or the signature is checked with a key that you trust (--key). Whoever can write the folder can seal it anew."),
            new SheetText("It shows that the record was not changed after an anchor was exported, when that anchor was kept elsewhere (--anchor). Changes before that are detected by nobody: an anchor of the same day as the pack shows little."),
        ],
    };

    private static IEnumerable<SheetBlock> Problems(IReadOnlyList<PackProblem> problems)
    {
        if (problems.Count > 0)
        {
            yield return new SheetHeading("The record is not whole");
            yield return new SheetText("What was exported has these problems, and verify finds them again:");
            yield return new SheetList([.. problems.Select(problem => problem.ToString())]);
        }
    }
}
