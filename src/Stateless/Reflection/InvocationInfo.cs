namespace Stateless.Reflection;

/// <summary>A guard, a selector or an action in words.</summary>
/// <param name="methodName">The name of its method.</param>
/// <param name="description">What the configuration says about it, or null.</param>
/// <param name="timing">Whether it is awaited.</param>
public class InvocationInfo(string methodName, string? description, InvocationInfo.Timing timing)
{
    /// <summary>Whether a method is awaited.</summary>
    public enum Timing
    {
        /// <summary>It is not.</summary>
        Synchronous,

        /// <summary>It is.</summary>
        Asynchronous,
    }

    /// <summary>What <see cref="Description"/> says of a lambda that nobody described.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The name of the method; for a lambda, the compiler's.</summary>
    public string MethodName { get; } = methodName;

    /// <summary>What the configuration says about it; else the name of the method; for a lambda, <see cref="DefaultFunctionDescription"/>.</summary>
    public string Description => description ?? (MethodName.StartsWith('<') ? DefaultFunctionDescription : MethodName);

    /// <summary>Whether it is awaited.</summary>
    public bool IsAsync => timing == Timing.Asynchronous;

    internal static InvocationInfo Of(Delegate method, string? description, Timing timing = Timing.Synchronous) =>
        new(method.Method.Name, description, timing);
}
