using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SopAsCode.App;
using TinyTeam;

namespace SopAsCode.Figures.Tests.Harness;

/// <summary>The program of the team, at the end of the month.</summary>
internal static class Program
{
    /// <summary>What a command says that must go well.</summary>
    public static async Task<string> DoAsync(int width, params string[] args)
    {
        var (code, output, error) = await RunAsync(await Month.FileAsync(), width, args);
        Assert.True(code == ExitCode.Done, $"{string.Join(' ', args)}: {code} {error}");
        return output;
    }

    /// <summary>The answer of a command as JSON.</summary>
    public static async Task<JsonElement> JsonAsync(params string[] args)
    {
        using var document = JsonDocument.Parse(await DoAsync(0, [.. args, "--json"]));
        return document.RootElement.Clone();
    }

    /// <summary>What a command says over a file of runs.</summary>
    public static async Task<(int Code, string Out, string Error)> RunAsync(string file, int width, params string[] args)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture);
        using StringWriter error = new(CultureInfo.InvariantCulture);
        Terminal terminal = new() { In = new StringReader(""), Out = output, Error = error, Width = width };
        var code = await SopApp.Create(args).AddSops<TinyTeamSops>().UseSqlite(file).UseTime(new FakeTimeProvider(Month.Now)).RunAsync(terminal, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
