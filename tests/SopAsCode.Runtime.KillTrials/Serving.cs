using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SopAsCode.Hosting;
using SopAsCode.PostgreSql;

namespace SopAsCode.Runtime.KillTrials;

/// <summary>A host in a process of its own, over PostgreSQL: it works in the background until it is killed.</summary>
internal static class Serving
{
    public static async Task RunAsync(string folder, string connection)
    {
        var store = await PostgreSqlRunStore.OpenAsync(connection);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSopHosting(
            [KillTrialsSops.Instance],
            _ => store,
            _ => new() { Json = TrialJson.Default, Services = new TrialBank(folder), Lease = TimeSpan.FromSeconds(1) },
            options => options.Pause = TimeSpan.FromMilliseconds(50));
        using var host = builder.Build();
        await host.StartAsync();
        await Console.Out.WriteLineAsync("serves");
        await host.WaitForShutdownAsync();
    }
}
