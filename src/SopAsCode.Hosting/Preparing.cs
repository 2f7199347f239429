using Microsoft.Extensions.Hosting;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Before anything works: all unfinished runs can go on under the SOPs as they are now, and all schedules can be read. Otherwise the host does not start.</summary>
internal sealed class Preparing(SopHost host, ScheduleList schedules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        schedules.Demand();
        return host.PrepareAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
