namespace SopAsCode.Model.Places;

/// <summary>Which part of a member a <see cref="DeclarationPlace"/> points at.</summary>
public enum PlacePart
{
    /// <summary>The name in the declaration.</summary>
    Name,

    /// <summary>The return type.</summary>
    ReturnType,

    /// <summary>A parameter, by number.</summary>
    Parameter,

    /// <summary>An attribute, by number.</summary>
    Attribute,

    /// <summary>The name of a member that is neither step nor condition.</summary>
    Unmarked,

    /// <summary>The type of the run's input, as the base of the class names it.</summary>
    Input,

    /// <summary>
    /// Code of a member: <see cref="DeclarationPlace.Overload"/> counts all members of its name, <see cref="DeclarationPlace.Index"/> is how far the code is from the start of
    /// the member, and <see cref="DeclarationPlace.Piece"/> is the code.
    /// </summary>
    Body,
}

/// <summary>
/// A place in the declaration of an SOP. It is described by the code that is there and not by line and column, so that a
/// cached model can hold it and a new line above it changes nothing. <c>PlaceLocator</c> finds the place in the source.
/// </summary>
/// <param name="Member">The method, or another member; null for the class itself.</param>
/// <param name="Overload">The number among the marked methods of that name.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Index">The number of the parameter or attribute.</param>
/// <param name="Argument">The name of an attribute's argument; null for the whole attribute.</param>
public readonly record struct DeclarationPlace(string? Member, int Overload = 0, PlacePart Part = PlacePart.Name, int Index = 0, string? Argument = null)
{
    /// <summary>The name of the class.</summary>
    public static DeclarationPlace OfClass => default;

    /// <summary>A piece of the text at this place, so that an editor underlines only this piece of a long text; null for the whole text.</summary>
    public string? Piece { get; init; }

    /// <summary>An argument of the attribute at this place.</summary>
    /// <param name="argument">The parameter of its constructor, or the property.</param>
    /// <returns>The site.</returns>
    public DeclarationPlace At(string argument) => this with { Argument = argument };
}
