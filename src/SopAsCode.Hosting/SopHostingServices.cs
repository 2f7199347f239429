using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>Adds SOPs to a .NET host.</summary>
public static class SopHostingServices
{
    /// <summary>
    /// Runs SOPs in the background of this host. A <see cref="SopHost"/> is then a service, for whoever starts runs and answers items. The host does not start
    /// when a run can't go on under the SOPs as they are now.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="catalogues">The SOPs: the generated catalogue of each project.</param>
    /// <param name="store">Opens where runs are kept. It is opened once and closed with the host.</param>
    /// <param name="options">What else the <see cref="SopHost"/> is given; null for its services and clock alone.</param>
    /// <param name="configure">How it works in the background; null for the defaults.</param>
    /// <returns>The services.</returns>
    /// <exception cref="InvalidOperationException">A key with which somebody reports is missing in the environment.</exception>
    public static IServiceCollection AddSopHosting(
        this IServiceCollection services,
        IReadOnlyCollection<SopCatalogue> catalogues,
        Func<IServiceProvider, IRunStore> store,
        Func<IServiceProvider, SopHostOptions>? options = null,
        Action<SopHostingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(catalogues);
        ArgumentNullException.ThrowIfNull(store);
        var hosting = new SopHostingOptions();
        configure?.Invoke(hosting);
        services.AddSingleton(hosting);
        services.AddSingleton(store);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SopHost(catalogues, provider.GetRequiredService<IRunStore>(), Given(provider, options)));
        services.AddSingleton(provider => new SenderServices(Given(provider, options).Services!, provider));
        services.AddSingleton(provider => new ScheduleList(catalogues, provider.GetRequiredService<SopHost>()));
        services.AddHostedService<Preparing>();
        if (hosting.ReportsAt is not null)
        {
            // A host that can't listen does not begin to work.
            services.AddSingleton(new ReportKeys(hosting.ReportSources, Environment.GetEnvironmentVariable));
            services.AddHostedService<ReportListening>();
        }

        services.AddHostedService<Sweeping>();
        services.AddHostedService<StepWorking>();
        services.AddHostedService<Scheduling>();
        if (hosting.Channels.Count > 0)
        {
            services.AddHostedService<Noticing>();
        }

        if (hosting.KeepContents is not null)
        {
            services.AddHostedService<Retaining>();
        }

        return services;
    }

    private static SopHostOptions Given(IServiceProvider provider, Func<IServiceProvider, SopHostOptions>? options)
    {
        var given = options?.Invoke(provider) ?? new();
        return given with
        {
            Services = given.Services ?? provider,
            ServicesOfStep = given.ServicesOfStep ?? (given.Services is null ? () => new ScopeOfStep(provider.CreateAsyncScope()) : null),
            Time = given.Time ?? provider.GetRequiredService<TimeProvider>(),
            Agents = given.Agents ?? provider.GetService<IAgentService>(),
            Roles = given.Roles ?? provider.GetService<IRoleDirectory>(),
        };
    }
}
