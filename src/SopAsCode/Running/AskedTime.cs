using System.Runtime.InteropServices;

namespace SopAsCode.Runtime;

/// <summary>What a method with <see cref="TimeAttribute"/> says: a time to count, or a moment.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AskedTime
{
    /// <summary>A time that is counted from when the step began, inside office hours.</summary>
    /// <param name="within">How long.</param>
    public AskedTime(TimeSpan within) => Within = within;

    /// <summary>A moment.</summary>
    /// <param name="at">When.</param>
    public AskedTime(DateTimeOffset at) => At = at;

    /// <summary>How long, inside office hours, from when the step began; null when it is a moment.</summary>
    public TimeSpan? Within { get; }

    /// <summary>The moment; null when it is a time to count.</summary>
    public DateTimeOffset? At { get; }
}
