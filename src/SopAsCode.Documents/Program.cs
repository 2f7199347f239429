using SopAsCode.Documents;

// The command behind the target that makes the site. Each line of its output is one that MSBuild shows as it is, errors included.
return SiteCommand.Run(args, Console.Out, Console.Error);
