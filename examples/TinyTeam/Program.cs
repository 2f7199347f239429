using SopAsCode.Runtime;
using Spectre.Console;
using TinyTeam.Play;
using TinyTeam.Support;

#if WHOLE
// dotnet run -- site [folder]: the site of all SOPs of this assembly.
if (args is ["site", ..])
{
    var folder = args is [_, var asked, ..] ? asked : Path.Combine("artifacts", "site");
    return SopAsCode.Documents.SiteCommand.Run(["site", typeof(SupportTriage).Assembly.Location, "--to", folder, "--title", "Tiny team"], Console.Out, Console.Error);
}

// dotnet run -- inbox --as ben@example.com: any other argument is a command of the team's own program.
if (args.Length > 0)
{
    return await TeamCommands.RunAsync(args);
}
#endif

// Windows would replace the arrows otherwise.
Console.OutputEncoding = System.Text.Encoding.UTF8;

// Five tickets go through support triage. The machine, the steps and the definition are generated from Support/SupportTriage.cs.
var desk = new Desk(SupportTriage.CreateSopMachine(), SupportTriage.Dispatcher, new PretendHelpdesk());
var terminal = AnsiConsole.Create(new() { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
var screen = new Screen(terminal, SupportTriage.Definition);

screen.Open();
foreach (var (ticket, scene) in SupportScenes.All)
{
    if (ticket.Number == 1044)
    {
        desk.UseUp(nameof(SupportTriage.ApplyMacro), 50);
    }

    var run = new SopRun(SupportTriage.Definition, $"ticket-{ticket.Number}");
    run.Values.Set(ticket);
    screen.Show($"Ticket {ticket.Number}: {ticket.Subject}", scene, await desk.PlayAsync(run, scene, CancellationToken.None));
}

var sops = TinyTeam.TinyTeamSops.Instance;
Console.WriteLine($"\nAlso here: {string.Join(", ", sops.Sops.Where(sop => sop.Id != SupportTriage.Definition.Id).Select(sop => sop.Title))}. Ideas: {string.Join(", ", sops.Ideas.Select(sop => sop.Title))}.");
return 0;
