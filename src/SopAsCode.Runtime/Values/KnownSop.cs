using System.Collections.Concurrent;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>An SOP that the host can run: its definition, its steps, and its machines.</summary>
internal sealed class KnownSop
{
    private readonly Func<SopMachine> _createMachine;
    private readonly ConcurrentBag<SopMachine> _machines = [];
    private readonly ValueJson _json;
    private readonly SopCatalogue _catalogue;

    public KnownSop(SopDefinition definition, Func<SopMachine> createMachine, SopDispatcher dispatcher, ValueJson json, SopCatalogue catalogue, IRoleDirectory roles)
    {
        (Definition, _createMachine, Dispatcher, _json) = (definition, createMachine, dispatcher, json);
        (_catalogue, Roles) = (catalogue, roles);
        Hours = WorkingTime.Of(definition.OfficeHours);
    }

    public SopDefinition Definition { get; }

    public SopDispatcher Dispatcher { get; }

    /// <summary>Who holds which role.</summary>
    public IRoleDirectory Roles { get; }

    /// <summary>How the time of its steps counts.</summary>
    public WorkingTime Hours { get; }

    /// <summary>Where a write can hurt: as the step says, and else all that its tool touches.</summary>
    public Impact ImpactOf(AccessDefinition access) => access.Impact != Impact.None ? access.Impact
        : _catalogue.Tools.FirstOrDefault(tool => tool.Tool.Type == access.Tool.Type)?.Touches ?? Impact.None;

    /// <summary>Uses a machine of the SOP. A machine serves one run after another, never two at once.</summary>
    public T WithMachine<T>(IStartCounter starts, Func<SopMachine, T> use)
    {
        if (!_machines.TryTake(out var machine))
        {
            machine = _createMachine();
        }

        machine.Starts = starts;
        try
        {
            return use(machine);
        }
        finally
        {
            machine.Starts = null;
            _machines.Add(machine);
        }
    }

    /// <summary>The type of a name that the definition has.</summary>
    /// <exception cref="RefusedException">The SOP has no such type any more.</exception>
    public Type TypeOf(string name) =>
        Dispatcher.ValueTypes.TryGetValue(name, out var type) ? type
        : name == typeof(Rejection).FullName ? typeof(Rejection)
        : name == typeof(Tick).FullName ? typeof(Tick)
        : throw new RefusedException(RefusalKind.DoesNotFit, $"SOP '{Definition.Id}' has no values of type '{name}' any more.");

    /// <summary>Whether the SOP still uses values of a type.</summary>
    public bool HasType(string name) => Dispatcher.ValueTypes.ContainsKey(name);

    /// <summary>Reads a value.</summary>
    public object Read(string what, string type, string json) => _json.Read(what, TypeOf(type), json);

    /// <summary>Writes a value.</summary>
    public string Write(Type type, object value) => _json.Write(type, value);

    /// <summary>Reads a value and writes it again, so that what is stored has one form only.</summary>
    public string Checked(string what, string type, string json) => _json.Write(TypeOf(type), Read(what, type, json));

    /// <summary>The name that the definition has for a type.</summary>
    public string NameOf(Type type)
    {
        foreach (var (name, known) in Dispatcher.ValueTypes)
        {
            if (known == type)
            {
                return name;
            }
        }

        return type.FullName ?? type.Name;
    }
}
