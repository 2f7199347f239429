using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SopAsCode.Analyzers;

/// <summary>Finds the places with a name that a body reads and writes: files, environment variables, data of the process. Two names that differ are two places.</summary>
internal sealed class PlaceUses(BodyScope scope, BodyFacts facts)
{
    private static readonly (string Type, string Write, string Read, string Words)[] Places =
    [
        ("System.Environment", "SetEnvironmentVariable", "GetEnvironmentVariable", "environment variable"),
        ("System.AppContext", "SetData", "GetData", "process data"),
        ("System.AppDomain", "SetData", "GetData", "process data"),
        ("System.Threading.Thread", "SetData", "GetData", "thread data"),
        ("System.IO.File", "WriteAllText", "ReadAllText", "file"),
        ("System.IO.File", "WriteAllTextAsync", "ReadAllTextAsync", "file"),
        ("System.IO.File", "AppendAllText", "ReadLines", "file"),
        ("System.IO.File", "AppendAllTextAsync", "ReadLinesAsync", "file"),
        ("System.IO.File", "WriteAllLines", "ReadAllLines", "file"),
        ("System.IO.File", "WriteAllLinesAsync", "ReadAllLinesAsync", "file"),
        ("System.IO.File", "WriteAllBytes", "ReadAllBytes", "file"),
        ("System.IO.File", "WriteAllBytesAsync", "ReadAllBytesAsync", "file"),
        ("System.IO.File", "AppendAllLines", "OpenRead", "file"),
        ("System.IO.File", "AppendAllLinesAsync", "OpenText", "file"),
    ];

    // What makes another name with each call.
    private static readonly HashSet<string> Fresh = new(StringComparer.Ordinal) { "GetTempFileName", "GetRandomFileName", "NewGuid", "CreateVersion7", "CreateTempSubdirectory" };

    /// <summary>A call that reads or writes a place, or something that is opened there.</summary>
    public void Read(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Arguments.Length > 0 && Array.Find(Places, place => (place.Write == method.Name || place.Read == method.Name) && KnownCode.IsOf(method, place.Type)) is { Type: not null } known)
        {
            var isWrite = method.Name == known.Write;
            Add(call, known.Words, call.Arguments[0].Value, isWrite ? StoreAccess.Write : StoreAccess.Read, isWrite && call.Arguments.Skip(1).Any(scope.HasRunData));
            return;
        }

        ReadOpened(call);
        if (call.Instance is { } instance && method.Name.StartsWith("Write", StringComparison.Ordinal) && Opened(instance, depth: 0) is { Access: { } access, Path: { } path } && access.HasFlag(StoreAccess.Write))
        {
            Add(call, "file", path, StoreAccess.Write, call.Arguments.Any(scope.HasRunData));
        }

        foreach (var argument in call.Arguments)
        {
            if (IsStream(argument.Value.Type) && Opened(argument.Value, depth: 0) is { Path: { } to } opened && opened.Access.HasFlag(StoreAccess.Write))
            {
                Add(call, "file", to, StoreAccess.Write, scope.HasRunData(call.Instance) || call.Arguments.Any(other => other != argument && scope.HasRunData(other)));
            }
        }
    }

    /// <summary>A file that is opened to read it.</summary>
    public void ReadOpened(IOperation opening)
    {
        if (OpenedHere(opening) is { Path: { } path } opened && opened.Access.HasFlag(StoreAccess.Read))
        {
            Add(opening, "file", path, StoreAccess.Read, hasRunData: false);
        }
    }

    private void Add(IOperation at, string words, IOperation path, StoreAccess access, bool hasRunData)
    {
        if (NameOf(path) is { } name)
        {
            var parameter = path.DescendantsAndSelf().Append(scope.Origin(path)!).OfType<IParameterReferenceOperation>().FirstOrDefault(one => one.Type?.SpecialType == SpecialType.System_String);
            facts.Stores.Add(new($"{words} {name}", $"{words} {name}", words == "file" ? StoreKind.Outside : StoreKind.Static, access, hasRunData, at.Syntax) { NamedBy = parameter?.Parameter });
        }
    }

    // The name of a place as far as it can be told: null where it may be another one each time.
    private string? NameOf(IOperation path)
    {
        var origin = scope.Origin(path)!;
        return origin.ConstantValue is { HasValue: true, Value: string constant } ? constant
            : origin.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation || (part is IInvocationOperation call && Fresh.Contains(call.TargetMethod.Name))) ? null
            : origin.Syntax.ToString();
    }

    // The file behind a stream, reader or writer, also behind one that was made of another.
    private (IOperation Path, StoreAccess Access)? Opened(IOperation? stream, int depth) => scope.Origin(stream) is not { } origin || depth > 4 ? null
        : OpenedHere(origin) ?? (origin is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } && IsStream(arguments[0].Value.Type) ? Opened(arguments[0].Value, depth + 1) : null);

    private (IOperation Path, StoreAccess Access)? OpenedHere(IOperation opening)
    {
        switch (opening)
        {
            case IObjectCreationOperation { Type: INamedTypeSymbol type, Arguments: { Length: > 0 } arguments } when IsPath(arguments[0].Value) && KnownCode.IsIn(type, "System.IO"):
                return type.Name switch
                {
                    "StreamWriter" => (arguments[0].Value, StoreAccess.Write),
                    "StreamReader" => (arguments[0].Value, StoreAccess.Read),
                    "FileStream" => (arguments[0].Value, ModeOf(arguments)),
                    _ => null,
                };
            case IInvocationOperation { TargetMethod: { } method, Arguments: { Length: > 0 } arguments } when KnownCode.IsOf(method, "System.IO.File") && AccessOf(method, arguments) is { } access:
                return (arguments[0].Value, access);
            case IInvocationOperation { TargetMethod: { } method, Instance: { } instance } call when KnownCode.IsOf(method, "System.IO.FileInfo") && AccessOf(method, call.Arguments) is { } access
                && scope.Origin(instance) is IObjectCreationOperation { Arguments: { Length: > 0 } arguments } && IsPath(arguments[0].Value):
                return (arguments[0].Value, access);
            default:
                return null;
        }
    }

    private static StoreAccess? AccessOf(IMethodSymbol method, IEnumerable<IArgumentOperation> arguments) => method.Name switch
    {
        "CreateText" or "AppendText" or "OpenWrite" or "Create" => StoreAccess.Write,
        "OpenText" or "OpenRead" => StoreAccess.Read,
        "Open" => ModeOf(arguments),
        _ => null,
    };

    // 'FileAccess' is a number of two bits. Without it a file is opened for both, and there is nothing to read in one that is new or only grows.
    private static StoreAccess ModeOf(IEnumerable<IArgumentOperation> arguments)
    {
        var access = StoreAccess.Read | StoreAccess.Write;
        foreach (var argument in arguments)
        {
            access &= (argument.Value.Type?.Name, argument.Value.ConstantValue.Value) switch
            {
                ("FileAccess", 1) => StoreAccess.Read,
                ("FileAccess", 2) => StoreAccess.Write,
                ("FileMode", 1 or 2 or 5 or 6) => StoreAccess.Write,
                _ => StoreAccess.Read | StoreAccess.Write,
            };
        }

        return access;
    }

    private static bool IsPath(IOperation value) => value.Type?.SpecialType == SpecialType.System_String;

    private static bool IsStream(ITypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.Name is "Stream" or "TextWriter" or "BinaryWriter" or "Utf8JsonWriter" && KnownCode.IsIn(current, "System"))
            {
                return true;
            }
        }

        return false;
    }
}
