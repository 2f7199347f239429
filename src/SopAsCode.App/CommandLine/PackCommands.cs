using System.CommandLine;
using System.Text.Json;
using SopAsCode.Figures;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>Commands about audit packs: the folders that auditors get.</summary>
internal sealed class PackCommands(CommandLines lines)
{
    private readonly Days _days = new();
    private readonly Option<string> _out = new("--out") { Description = "The folder, which must not be there yet", HelpName = "folder", Required = true };
    private readonly Option<string?> _sop = new("--sop") { Description = "Only runs of this SOP", HelpName = "sop" };
    private readonly Option<int> _sample = new("--sample") { Description = "How many runs get a page of their own", HelpName = "number", DefaultValueFactory = _ => PackOptions.UsualSample };
    private readonly Option<string?> _seed = new("--seed") { Description = "The seed of the sample, best from the auditor. Without it the days", HelpName = "text" };
    private readonly Option<bool> _withContent = new("--with-content") { Description = "With the contents of the sampled runs, and all that is personal in them" };
    private readonly Option<string?> _signingKey = new("--sign") { Description = "A private key of ECDSA as PEM, that signs the pack", HelpName = "file" };
    private readonly Option<string?> _pack = new("--pack") { Description = "A folder that the command export made. It is checked without the store", HelpName = "folder" };
    private readonly Option<string?> _seal = new("--seal") { Description = "With --pack: the seal that was kept elsewhere", HelpName = "sha256" };
    private readonly Option<string?> _key = new("--key") { Description = "With --pack: a public key of ECDSA as PEM, for its signature", HelpName = "file" };

    /// <summary>The command that makes a pack.</summary>
    public Command Export => lines.Make(
        "export",
        "Makes a folder for an auditor: all runs that were open since the quarter began, their events, a sample, an anchor, and what controls what",
        ExportAsync,
        [_out, _days.From, _days.To, _sop, _sample, _seed, _withContent, _signingKey]);

    /// <summary>What the command verify takes for packs.</summary>
    public IEnumerable<Option> ForVerify => [_pack, _seal, _key];

    /// <summary>Checks the pack that the command line names; null when it names none.</summary>
    /// <exception cref="StopException">It can't be read.</exception>
    public async Task<int?> VerifyAsync(Call call, IReadOnlyList<AnchorLine>? anchor)
    {
        if (call.Get(_pack) is not { } folder)
        {
            return call.Get(_seal) is null && call.Get(_key) is null ? null : throw new StopException(ExitCode.WrongCommandLine, $"{_seal.Name} and {_key.Name} are about a pack: name it with {_pack.Name}.");
        }

        try
        {
            var verdict = await CheckAsync(call, folder, new() { Seal = call.Get(_seal), PublicKey = await PemAsync(call, _key).ConfigureAwait(false), Anchor = anchor }).ConfigureAwait(false);
            if (call.IsJson)
            {
                call.WriteJson(json => FiguresJson.Write(json, verdict));
            }
            else
            {
                Tell(call.Page, verdict, anchor);
            }

            return verdict.Problems.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        catch (PackException e)
        {
            throw new StopException(ExitCode.WrongCommandLine, e.Message);
        }
    }

    private static void Tell(Page page, PackVerdict verdict, IReadOnlyList<AnchorLine>? anchor)
    {
        foreach (var problem in verdict.Problems)
        {
            page.Line(problem.ToString());
        }

        if (verdict.Problems.Count == 0)
        {
            page.Line($"The pack is whole: {Page.Count(verdict.Runs, "run")}, {Page.Count(verdict.Events, "event")}, {verdict.Statement!.Period}.");
            page.Line($"Its seal, to be compared with the one that was kept: {verdict.Seal}");
            if (verdict.IsSignatureRight == true)
            {
                page.Line("The owner of the key signed it.");
            }

            if (anchor is not null)
            {
                page.Line($"Of the {Page.Count(anchor.Count, "head")} of the anchor {verdict.AnchorsCompared} {(verdict.AnchorsCompared == 1 ? "is of a run in the pack, and fits" : "are of runs in the pack, and fit")}.");
            }
        }
    }

    private async Task<int> ExportAsync(Call call)
    {
        var sample = call.Get(_sample);
        if (sample < 0)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"{_sample.Name} is a number of runs, and can't be {sample}.");
        }

        var options = new PackOptions
        {
            Period = _days.Of(call, Days.QuarterOf),
            Sop = call.Get(_sop) is { } id ? call.Sop(id).Id : null,
            Sample = sample,
            Seed = call.Get(_seed),
            WithContent = call.Get(_withContent),
            Made = (call.Setup.Options.Time ?? TimeProvider.System).GetUtcNow(),
            SigningKey = await PemAsync(call, _signingKey).ConfigureAwait(false),
        };
        var folder = call.Get(_out);
        try
        {
            var made = await MakeAsync(call, options, folder).ConfigureAwait(false);
            Tell(call, folder, made);
            return made.Problems.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        catch (PackException e)
        {
            throw new StopException(ExitCode.WrongCommandLine, e.Message);
        }
    }

    // What says how far it is goes before anything is said about it.
    private static async Task<MadePack> MakeAsync(Call call, PackOptions options, string folder)
    {
        using var progress = call.Reading();
        return await AuditPack.WriteAsync(await call.StoreAsync().ConfigureAwait(false), call.Setup.Sops, options, folder, progress, call.Cancel).ConfigureAwait(false);
    }

    private static async Task<PackVerdict> CheckAsync(Call call, string folder, PackWitnesses witnesses)
    {
        using var progress = call.Reading();
        return await PackCheck.VerifyAsync(folder, witnesses, progress, call.Cancel).ConfigureAwait(false);
    }

    private static void Tell(Call call, string folder, MadePack made)
    {
        if (call.IsJson)
        {
            call.WriteJson(json => FiguresJson.Write(json, made));
            return;
        }

        call.Page.Line($"{Page.Count(made.Statement.Runs, "run")} with {Page.Count(made.Statement.Events, "event")} went into {folder}{(made.Statement.WithContent ? ", with contents of the sample" : ", without contents")}.");
        call.Page.Line($"Its seal, to be kept where whoever can write the folder can't: {made.Seal}");
        if (made.Problems.Count > 0)
        {
            call.Page.Line("The record that was exported is not whole:");
            foreach (var problem in made.Problems)
            {
                call.Page.Line(problem.ToString());
            }
        }
    }

    private static async Task<string?> PemAsync(Call call, Option<string?> option)
    {
        if (call.Get(option) is not { } file)
        {
            return null;
        }

        try
        {
            return await File.ReadAllTextAsync(file, call.Cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StopException(ExitCode.WrongCommandLine, $"'{file}' can't be read: {e.Message}");
        }
    }
}
