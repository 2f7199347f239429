using System.CommandLine;

namespace SopAsCode.App;

/// <summary>What may be written behind commands. Several commands share one.</summary>
internal sealed class Flags
{
    public Option<string?> As { get; } = new("--as") { Description = $"Who acts: somebody who holds a role. Without it the environment variable {People.Variable}", HelpName = "person", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = "Answers as JSON for another program, and asks nothing", Recursive = true };

    public Option<bool> Work { get; } = new("--work") { Description = "Does afterwards what can be done now, as the command work does" };

    public Option<string?> Automation { get; } = new("--automation") { Description = "The automation that acts, in place of a person", HelpName = "name" };

    public Option<string?> Ai { get; } = new("--ai") { Description = "The AI that acts, in place of a person. It never answers a checkpoint", HelpName = "name" };

    public Option<string?> Key { get; } = new("--key") { Description = "The name of this very command: the same sent twice is done once", HelpName = "name" };

    public Option<int?> Revision { get; } = new("--revision") { Description = "The revision that was seen, as show names it. Without it a person is shown the item and asked", HelpName = "number" };

    public Option<string[]> Tick { get; } = new("--tick") { Description = "A line of the checklist that is true: its number or its words. May be given several times", HelpName = "line", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Value { get; } = new("--value") { Description = "The value, as JSON", HelpName = "json" };

    public Option<string?> ValueFile { get; } = new("--value-file") { Description = "The file with the value as JSON, or - for what is piped in", HelpName = "file" };

    public Option<bool> Edit { get; } = new("--edit") { Description = "Opens the value in $EDITOR first" };

    public Option<string?> Notes { get; } = new("--notes") { Description = "A comment", HelpName = "text" };

    public Option<string?> Reason { get; } = new("--reason") { Description = "Why", HelpName = "text" };

    public Option<bool> Yes { get; } = new("--yes") { Description = "Does not ask whether you are sure" };

    public Argument<string> Item { get; } = new("item") { Description = "The item, such as ticket-17#2" };

    public Argument<string> Run { get; } = new("run") { Description = "The run, such as ticket-17" };

    public Argument<string> Sop { get; } = new("sop") { Description = "The SOP, by its id" };
}
