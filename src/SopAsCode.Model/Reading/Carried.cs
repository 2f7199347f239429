using SopAsCode.Model.Declaration;

namespace SopAsCode.Model.Reading;

/// <summary>How sensitive a value is that code computes.</summary>
/// <param name="Path">The class of what it is a part of; its own parts without a class have it too.</param>
/// <param name="Inside">The class of what code put into it. It counts for the whole, because nobody can tell in which part that is.</param>
/// <param name="IsKept">It is an object as the data holds it, so its parts are as sensitive as they state.</param>
internal readonly record struct Carried(DataClass? Path, DataClass? Inside = null, bool IsKept = true)
{
    /// <summary>A value that carries nothing on.</summary>
    public static Carried Nothing { get; } = new(null, IsKept: false);

    /// <summary>The class of the whole, without what its type states.</summary>
    public DataClass? Highest => StatedData.Max(Path, Inside);

    /// <summary>The value is this one or another one.</summary>
    public Carried Or(Carried other) => new(StatedData.Max(Path, other.Path), StatedData.Max(Inside, other.Inside), IsKept || other.IsKept);
}
