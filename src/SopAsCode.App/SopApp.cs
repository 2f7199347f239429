using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;
using SopAsCode.Hosting;
using SopAsCode.Runtime;

namespace SopAsCode.App;

/// <summary>
/// The program of a team: a command line over its SOPs. <c>SopApp.Create(args).AddSops&lt;AcmeSops&gt;().UseSqlite("sops.db").RunAsync()</c> is a whole
/// program.
/// </summary>
public sealed class SopApp
{
    private readonly IReadOnlyList<string> _args;
    private readonly List<SopCatalogue> _catalogues = [];
    private readonly Dictionary<Type, object> _services = [];
    private Func<CancellationToken, ValueTask<IRunStore>>? _open;
    private Func<bool> _isThere = () => true;
    private IJsonTypeInfoResolver? _json;
    private IServiceProvider? _provider;
    private IAgentService? _agents;
    private IRoleDirectory? _roles;
    private TimeProvider? _time;
    private Action<SopHostingOptions>? _hosting;

    private SopApp(IReadOnlyList<string> args) => _args = args;

    /// <summary>Begins a program.</summary>
    /// <param name="args">What was written behind its name on the command line.</param>
    /// <returns>The program, which still needs SOPs and a store.</returns>
    public static SopApp Create(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new(args);
    }

    /// <summary>Adds the SOPs of a project.</summary>
    /// <typeparam name="TSops">The generated catalogue, such as <c>AcmeSops</c>.</typeparam>
    /// <returns>This.</returns>
    public SopApp AddSops<TSops>()
        where TSops : SopCatalogue, new() => AddSops(new TSops());

    /// <summary>Adds the SOPs of a project.</summary>
    /// <param name="catalogue">The generated catalogue.</param>
    /// <returns>This.</returns>
    public SopApp AddSops(SopCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogues.Add(catalogue);
        return this;
    }

    /// <summary>Keeps runs in a SQLite file, which is made when it is not there.</summary>
    /// <param name="file">The file.</param>
    /// <returns>This.</returns>
    public SopApp UseSqlite(string file)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        UseStore(_ => ValueTask.FromResult<IRunStore>(SqliteRunStore.Open(file)));
        _isThere = () => File.Exists(file);
        return this;
    }

    /// <summary>Keeps runs in another store. It is opened by commands that need it, and closed at their end.</summary>
    /// <param name="open">Opens the store.</param>
    /// <returns>This.</returns>
    public SopApp UseStore(Func<CancellationToken, ValueTask<IRunStore>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        _open = open;
        _isThere = () => true;
        return this;
    }

    /// <summary>
    /// Reads and writes the team's values by a <c>JsonSerializerContext</c>. Without it they are read by reflection, with enums as
    /// names, which takes longer to start; a program that is published trimmed needs it.
    /// </summary>
    /// <param name="json">The context.</param>
    /// <returns>This.</returns>
    public SopApp UseJson(IJsonTypeInfoResolver json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json = json;
        return this;
    }

    /// <summary>Gives SOPs what their constructors ask for.</summary>
    /// <typeparam name="TService">The type that they ask for.</typeparam>
    /// <param name="service">What they get.</param>
    /// <returns>This.</returns>
    public SopApp UseService<TService>(TService service)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(service);
        _services[typeof(TService)] = service;
        return this;
    }

    /// <summary>Gives SOPs what their constructors ask for and <see cref="UseService"/> does not name.</summary>
    /// <param name="services">The services, such as a container of the team's own.</param>
    /// <returns>This.</returns>
    public SopApp UseServices(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _provider = services;
        return this;
    }

    /// <summary>Asks AI in steps of AI. Without it these steps are items for people, with the prompt.</summary>
    /// <param name="agents">Asks AI.</param>
    /// <returns>This.</returns>
    public SopApp UseAgents(IAgentService agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        _agents = agents;
        return this;
    }

    /// <summary>Asks a directory who holds which role, in place of the holders that the policy names.</summary>
    /// <param name="roles">The directory.</param>
    /// <returns>This.</returns>
    public SopApp UseRoles(IRoleDirectory roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        _roles = roles;
        return this;
    }

    /// <summary>Uses another clock than that of the machine.</summary>
    /// <param name="time">The clock.</param>
    /// <returns>This.</returns>
    public SopApp UseTime(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        return this;
    }

    /// <summary>Says how the command <c>serve</c> works in the background: how many steps at once, whom it tells of what waits, how long contents are kept.</summary>
    /// <param name="configure">Sets it. Called by <c>serve</c> only.</param>
    /// <returns>This.</returns>
    public SopApp UseHosting(Action<SopHostingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _hosting = configure;
        return this;
    }

    /// <summary>Does what the command line says. What went wrong is written to the standard error as a sentence, and nothing is thrown for it.</summary>
    /// <param name="cancel">Ends it early.</param>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    /// <exception cref="InvalidOperationException">The program has no SOPs or no store.</exception>
    public Task<int> RunAsync(CancellationToken cancel = default) => RunAsync(Terminal.OfProcess(), cancel);

    internal Task<int> RunAsync(Terminal terminal, CancellationToken cancel)
    {
        if (_catalogues.Count == 0)
        {
            throw new InvalidOperationException("The program has no SOPs: call AddSops with the generated catalogue.");
        }

        var open = _open ?? throw new InvalidOperationException("The program has no store: call UseSqlite, or UseStore.");
        var options = new SopHostOptions
        {
            Json = _json ?? Reflection(),
            Agents = _agents,
            Services = new GivenServices(_services, _provider),
            Roles = _roles,
            Time = _time,
        };
        return new CommandLines(new(_catalogues, open, options, _hosting, _isThere), terminal).RunAsync(_args, cancel);
    }

    // Where reflection is off, as in programs that are published trimmed, the host names the types that a context must know.
#pragma warning disable IL2026, IL3050 // it is asked first whether reflection is on
    private static ReflectedJson? Reflection() => JsonSerializer.IsReflectionEnabledByDefault ? new() : null;
#pragma warning restore IL2026, IL3050

    private sealed class GivenServices(Dictionary<Type, object> given, IServiceProvider? others) : IServiceProvider
    {
        public object? GetService(Type serviceType) => given.GetValueOrDefault(serviceType) ?? others?.GetService(serviceType);
    }
}
