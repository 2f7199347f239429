using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using SopAsCode.Definitions;
using SopAsCode.Hosting;

namespace SopAsCode.App;

/// <summary>Keeps the program running in the background. Nothing of it is loaded by other commands.</summary>
internal sealed class ServeCommand(CommandLines lines)
{
    private readonly Option<int?> _steps = new("--steps") { Description = "How many steps of code and AI it does at the same time", HelpName = "number" };

    public IEnumerable<Command> All => [lines.Make("serve", "Runs until it is stopped: steps, due times, reminders, hand-offs, schedules, notices", ServeAsync, _steps)];

    private async Task<int> ServeAsync(Call call)
    {
        var steps = call.Get(_steps);
        if (steps is < 1 or > 1000)
        {
            throw new StopException(ExitCode.WrongCommandLine, "--steps takes a number from 1 to 1000.");
        }

        var store = await call.StoreAsync().ConfigureAwait(false);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        AddLog(builder.Logging, call.Terminal.HasColor);
        builder.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        builder.Services.AddSopHosting(call.Setup.Catalogues, _ => store, _ => call.Setup.Options, options =>
        {
            call.Setup.Hosting?.Invoke(options);
            options.StepsAtOnce = steps ?? options.StepsAtOnce;
        });
        using var host = builder.Build();
        await host.StartAsync(call.Cancel).ConfigureAwait(false);
        Say(call, $"Serves {Page.Count(call.Setup.Sops.Count(sop => sop.Steps.Count > 0), "SOP")}. Ctrl+C stops it.");
        if (WithoutAi(call.Setup) is { } without)
        {
            Say(call, without);
        }

        await host.WaitForShutdownAsync(call.Cancel).ConfigureAwait(false);
        Say(call, "Stopped. What was in hand is done or given back.");
        return ExitCode.Done;
    }

    /// <summary>Whose prompts people get, as a sentence; null when an AI does all its steps.</summary>
    internal static string? WithoutAi(Setup setup)
    {
        if (setup.Options.Agents is not { } agents)
        {
            return "No AI is configured: people get the prompts.";
        }

        var without = setup.Sops.SelectMany(sop => sop.Steps).Where(step => step is { Kind: StepKind.Ai, Outside: false } && !agents.AnswersFor(step)).Select(step => step.Performer!.Title);
        return string.Join(", ", without.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } names ? $"No AI answers for {names}: people get the prompts." : null;
    }

    private static void Say(Call call, string line)
    {
        if (call.IsJson)
        {
            call.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("says", line);
                json.WriteEndObject();
            });
        }
        else
        {
            call.Page.Line(line);
        }

        call.Terminal.Out.Flush();
    }

    private static void AddLog(ILoggingBuilder logging, bool hasColor)
    {
        // A host that does not start is told as a sentence, without where in the code that was.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // What the host says goes to the standard error, a line each, with the time in UTC.
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd HH:mm:ss'Z' ";
            options.ColorBehavior = hasColor ? LoggerColorBehavior.Default : LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
