#if WHOLE
using SopAsCode.App;
using TinyTeam.Billing;
using TinyTeam.Content;
using TinyTeam.Onboarding;
using TinyTeam.Operations;
using TinyTeam.Payroll;
using TinyTeam.Releases;
using TinyTeam.Sales;
using TinyTeam.Support;

namespace TinyTeam.Play;

/// <summary>The command line of the team, over a SQLite file and pretend services. No AI is configured, so people get the prompts.</summary>
internal static class TeamCommands
{
    /// <summary>Does what the command line says.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var file = Environment.GetEnvironmentVariable("TINY_TEAM_FILE") ?? Path.Combine("artifacts", "tiny-team.db");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        PretendOffice office = new(file + ".outbox.txt");
        return SopApp.Create(args)
            .AddSops<TinyTeamSops>()
            .UseSqlite(file)
            .UseJson(TeamJson.Default)
            .UseService<IHelpdesk>(office)
            .UseService<IBooks>(office)
            .UseService<IWebsite>(office)
            .UseService<ISalesDesk>(office)
            .UseService<IOperationsDesk>(office)
            .UseService<IWelcomeMail>(office)
            .UseService<IPayrollOffice>(office)
            .UseService<IPipeline>(office)
            .RunAsync();
    }
}
#endif
