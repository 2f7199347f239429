namespace Stateless.Reflection;

/// <summary>A trigger.</summary>
public class TriggerInfo
{
    internal TriggerInfo(object trigger) => UnderlyingTrigger = trigger;

    /// <summary>The trigger itself.</summary>
    public object UnderlyingTrigger { get; }

    /// <summary>The trigger as text.</summary>
    /// <returns>The trigger as text.</returns>
    public override string? ToString() => UnderlyingTrigger.ToString();
}
