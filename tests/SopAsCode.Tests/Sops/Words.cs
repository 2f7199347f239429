namespace SopAsCode.Tests.Sops;

public sealed class Lead : Role;

public sealed class Writer : Agent;

public sealed class Shop : Tool;

public sealed record Order([property: Key] int Number, decimal Total);

public sealed record Visit(string Place)
{
    [Key]
    public DateOnly? Day { get; init; }
}

public sealed record Draft(string Text);

public sealed record Receipt(string Number);

public enum Size
{
    Small,
    Large,
}
