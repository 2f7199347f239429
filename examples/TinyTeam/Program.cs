using SopAsCode.Runtime;
using Spectre.Console;
using TinyTeam.Play;

#if WHOLE
// dotnet run -- site [folder]: the site of all SOPs of this assembly.
if (args is ["site", ..])
{
    var folder = args is [_, var asked, ..] ? asked : Path.Combine("artifacts", "site");
    return SopAsCode.Documents.SiteCommand.Run(["site", typeof(TinyTeam.Support.SupportTriage).Assembly.Location, "--to", folder, "--title", "Tiny team"], Console.Out, Console.Error);
}

// dotnet run -- inbox --as ben@example.com: any other argument is a command of the team's own program.
if (args.Length > 0)
{
    return await TeamCommands.RunAsync(args);
}
#endif

// Windows would replace the arrows otherwise.
Console.OutputEncoding = System.Text.Encoding.UTF8;

// Without arguments a day of the team is played.
try
{
    await PlayedDay.RunAsync(Path.Combine("artifacts", "tiny-team-day.db"), AnsiConsole.Create(new() { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect }));
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or RunStoreException)
{
    Console.Error.WriteLine($"The day can't be played here: {e.Message}");
    return 1;
}
