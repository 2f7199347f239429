using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using SopAsCode.Definitions;

namespace SopAsCode.Runtime;

/// <summary>All SOPs that a host can run.</summary>
internal sealed class SopShelf
{
    // As many names as a person reads in a message.
    private const int MostNames = 12;

    private readonly Dictionary<string, KnownSop> _sops = new(StringComparer.Ordinal);

    /// <summary>Takes the SOPs of catalogues.</summary>
    /// <exception cref="InvalidOperationException">An SOP in use has no generated code, or the JSON context lacks a type.</exception>
    public SopShelf(IEnumerable<SopCatalogue> catalogues, IJsonTypeInfoResolver? team, IRoleDirectory roles)
    {
        var json = new ValueJson(team);
        List<string> withoutCode = [];
        SortedSet<string> unknownTypes = new(StringComparer.Ordinal);
        foreach (var catalogue in catalogues)
        {
            foreach (var entry in catalogue.Entries.Where(entry => entry.Definition.Stage != Stage.Idea))
            {
                if (entry is not { CreateMachine: { } createMachine, Dispatcher: { } dispatcher, Definition.Fingerprint: not null })
                {
                    withoutCode.Add(entry.Definition.Id);
                    continue;
                }

                unknownTypes.UnionWith(dispatcher.ValueTypes.Values.Where(type => !json.Knows(type)).Select(type => type.Name));
                if (!_sops.TryAdd(entry.Definition.Id, new(entry.Definition, createMachine, dispatcher, json, catalogue, roles)))
                {
                    throw new InvalidOperationException($"Two catalogues have an SOP '{entry.Definition.Id}'. Give one of them another Id.");
                }
            }
        }

        if (withoutCode.Count > 0)
        {
            throw new InvalidOperationException(
                $"These SOPs have no generated code: {string.Join(", ", withoutCode)}. Build their project with the SopAsCode package of this version, and without errors.");
        }

        if (unknownTypes.Count > 0)
        {
            throw new InvalidOperationException(
                $"The JSON context does not know these types of values: {string.Join(", ", unknownTypes)}. Add a line to it for each: [JsonSerializable(typeof({unknownTypes.Min}))].");
        }
    }

    public IEnumerable<KnownSop> All => _sops.Values;

    public bool TryFind(string id, [NotNullWhen(true)] out KnownSop? sop) => _sops.TryGetValue(id, out sop);

    /// <summary>An SOP by its id.</summary>
    /// <exception cref="RefusedException">There is no such SOP.</exception>
    public KnownSop Get(string id) => TryFind(id, out var sop) ? sop : throw new RefusedException(
        RefusalKind.UnknownSop,
        $"This host runs no SOP '{(id.Length > 60 ? id[..60] + "…" : id)}'. It runs: {string.Join(", ", _sops.Keys.Order(StringComparer.Ordinal).Take(MostNames))}{(_sops.Count > MostNames ? $" and {_sops.Count - MostNames} others" : "")}.");
}
