using SopAsCode.App.SmallTeam;
using SopAsCode.App;

// The file of runs, and the file of what was sent, are named by the tests.
var file = Environment.GetEnvironmentVariable("SMALL_TEAM_FILE") ?? "sops.db";
return await SopApp.Create(args).AddSops<SmallTeamSops>().UseSqlite(file).UseService<IPost>(new FilePost(file + ".sent")).RunAsync();
