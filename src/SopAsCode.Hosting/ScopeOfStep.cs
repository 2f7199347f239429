using Microsoft.Extensions.DependencyInjection;
using SopAsCode.Runtime;

namespace SopAsCode.Hosting;

/// <summary>A scope of the host's container for one step, so that an SOP can ask for what lives as long as a request, such as a database context.</summary>
internal sealed class ScopeOfStep(AsyncServiceScope scope) : IStepServices
{
    public IServiceProvider Services => scope.ServiceProvider;

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}
