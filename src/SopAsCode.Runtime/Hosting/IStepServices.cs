namespace SopAsCode.Runtime;

/// <summary>The services of one step, such as a scope of a container. They end with the step.</summary>
public interface IStepServices : IAsyncDisposable
{
    /// <summary>The services for the constructor of the SOP.</summary>
    IServiceProvider Services { get; }
}

/// <summary>Ends them.</summary>
internal static class StepServices
{
    /// <summary>Ends services of a step. What they throw then changes nothing: the step has its result.</summary>
    public static async ValueTask EndAsync(IStepServices? services)
    {
        if (services is null)
        {
            return;
        }

        try
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // the result of the step counts
        catch (Exception error)
#pragma warning restore CA1031
        {
            SopTelemetry.NotEnded(error);
        }
    }
}
