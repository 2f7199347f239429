using System.Text.Json.Serialization;

namespace SopAsCode.Runtime.Tests.Sops;

public sealed class Founder : Role;

public class Lead : Role;

public sealed class HeadOfOffice : Lead;

public sealed class Clerk : Role;

public sealed class Writer : Agent;

public sealed class Bank : Tool;

public sealed class Mail : Tool;

[Holder<Founder>("ana@example.com")]
[Holder<Lead>("ben@example.com"), Holder<Lead>("cho@example.com")]
[Holder<HeadOfOffice>("fay@example.com")]
[Holder<Clerk>("dia@example.com"), Holder<Clerk>("ben@example.com")]
[Holder<Invoices.Bookkeeper>("gus@example.com")]
[AllowWaiver("SOP0907")]
public sealed class HousePolicy : Policy;

public sealed record Request([property: Key] string Number, string Text, long Cents);

public sealed record Proposal(long Cents, string Why);

public sealed record Receipt(string Reference, long Cents);

public sealed record Article(string Title, string Text);

public sealed record Login(DateTimeOffset At);

public sealed record Orders(IReadOnlyList<Request> All);

public enum Size
{
    Small,
    Large,
}

public sealed record Decision(Size Size, string? Remark);

/// <summary>What knows the values of these SOPs.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(Login))]
[JsonSerializable(typeof(Orders))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(Errand))]
[JsonSerializable(typeof(Invoices.Invoice))]
public sealed partial class HouseJson : JsonSerializerContext;

/// <summary>The bank, as far as SOPs use it.</summary>
public interface IBank
{
    Task<string> PayAsync(string key, long cents, CancellationToken cancel);
}
