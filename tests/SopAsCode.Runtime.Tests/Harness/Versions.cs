using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.TestHarness;

namespace SopAsCode.Runtime.Tests.Harness;

/// <summary>One SOP in several versions: its class changes, is compiled again, and another host opens the store. Dia and Eli are clerks.</summary>
public sealed class Versions : IAsyncDisposable
{
    public const string InvoiceOfThen = "public sealed record Invoice([property: Key] string Number);";

    private readonly TestPlace _place = TestPlace.New();
    private readonly List<EmittedAssembly> _versions = [];

    /// <summary>Starts run i1 under the first version.</summary>
    public async Task StartAsync(string steps)
    {
        var (host, store) = Open(steps, "");
        await using var closing = store;
        (await host.StartAsync("i1", new StartRun { By = Actor.Automation("mail"), Sop = "pay-it", Input = """{"Number":"17"}""" })).OrThrow();
    }

    /// <summary>A host that knows the SOP with these steps.</summary>
    public (SopHost Host, IRunStore Store) Open(string steps, string change, string invoice = InvoiceOfThen)
    {
        var version = EmittedAssembly.Of(SopProject.Of($$"""
            using System.Threading.Tasks;
            using SopAsCode;

            [Holder<Clerk>("dia"), Holder<Clerk>("eli")]
            public sealed class House : Policy;
            public sealed class Clerk : Role;
            {{invoice}}
            public sealed record Note(string Text);

            [Sop("Pay"), Owner<Clerk>]
            {{change}}
            [Change("1.0.0", "2026-11-02", "First version")]
            public sealed partial class PayIt : Sop<Invoice>
            {
            {{steps}}
            }
            """));
        _versions.Add(version);
        var catalogue = (SopCatalogue)version.Assembly.GetTypes().Single(type => type.IsSubclassOf(typeof(SopCatalogue))).GetProperty("Instance")!.GetValue(null)!;
        var store = _place.Open();
        return (new SopHost([catalogue], store, new() { Json = new DefaultJsonTypeInfoResolver(), Time = new TestClock() }), store);
    }

    public async ValueTask DisposeAsync()
    {
        _versions.ForEach(version => version.Dispose());
        await _place.DisposeAsync();
    }
}
