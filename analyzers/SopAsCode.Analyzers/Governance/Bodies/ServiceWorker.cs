using Microsoft.CodeAnalysis;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;

namespace SopAsCode.Analyzers;

/// <summary>A step with code, and the services with which it works.</summary>
/// <param name="Step">The step.</param>
/// <param name="Member">Its method.</param>
/// <param name="Uses">The services, also in the methods of this project that it calls.</param>
internal sealed record ServiceWorker(StepModel Step, BodyMember Member, List<UsedService> Uses)
{
    /// <summary>It also reaches other machines, programs or files by itself, so a service may be beside the point.</summary>
    public bool HasOtherMeans { get; init; }

    /// <summary>The steps of an SOP that have code.</summary>
    public static List<ServiceWorker> All(RuleContext sop) =>
    [
        .. sop.Sop.Steps.Select(step => sop.Bodies.Of(step) is { } member ? Of(sop.Bodies, step, member) : null).OfType<ServiceWorker>(),
    ];

    /// <summary>The tool of this project that a service, or the service from which it derives, is named after; null when there is none.</summary>
    public static string? NamedTool(SopBodies bodies, ServiceUse use) => bodies.ToolOf(use.Type) ?? (use.Base is { } declared ? bodies.ToolOf(declared) : null);

    /// <summary>The tool to which the step writes with a service; null when it does not, or when that can't be told from its other services.</summary>
    public PartyModel? WritesWith(ServiceUse use)
    {
        var tools = Tools(Step.Access.Where(access => access.Kind == Access.Write));
        var uses = OwnServices;
        if (tools.Count == 0 || !uses.Exists(use.IsSame))
        {
            return null;
        }

        if (tools.Find(tool => IsNamed(use, tool)) is { } named)
        {
            return named;
        }

        // A service that is named after a tool is the one, and the others are helpers.
        if (uses.Exists(own => tools.Exists(tool => IsNamed(own, tool))))
        {
            return null;
        }

        uses.RemoveAll(own => own.IsAside);
        var keys = uses.Select(own => own.Key).Distinct(StringComparer.Ordinal).ToList();
        var effects = uses.Where(own => own.IsForEffect).GroupBy(own => own.Key, StringComparer.Ordinal).ToList();
        return uses.Exists(use.IsSame) && (keys.Count == 1 || (effects.Count <= tools.Count && effects.SelectMany(own => own).Any(use.IsSame))) ? tools[0] : null;
    }

    /// <summary>The tool to which the step writes with a service, where no other can be meant: the service is named after it, or the step names and uses nothing else.</summary>
    public PartyModel? SurelyWritesWith(ServiceUse use) => WritesWith(use) is { } tool && (IsNamed(use, tool) || UsesOnly(use, tool)) ? tool : null;

    /// <summary>It writes, and asks a service for a value: what another step left there may be what it writes.</summary>
    public bool TakesFrom(ServiceUse left) =>
        Step.Access.Any(access => access.Kind == Access.Write)
        && Uses.Exists(used => used.Service.IsSame(left) && used.Service is { Method: not null, IsForEffect: false });

    /// <summary>
    /// Whether a service with which another step writes to a tool can't be the one of a tool that this step names. Several tools may be behind one service, so it is told only where the
    /// other step names this tool alone and uses this service alone, or the service is named after the tool.
    /// </summary>
    /// <param name="bodies">The code of the SOP.</param>
    /// <param name="use">What the step does with the service.</param>
    /// <param name="tool">The tool.</param>
    /// <param name="writer">The step that writes to it.</param>
    /// <param name="workers">All steps with code.</param>
    public bool IsForeign(SopBodies bodies, ServiceUse use, PartyModel tool, ServiceWorker writer, List<ServiceWorker> workers)
    {
        var tools = Tools(Step.Access);
        if (!use.IsForEffect || KnownCode.IsUpkeep(use.Method!) || tools.Exists(own => bodies.IsKin(own, tool) || IsNamed(use, own)))
        {
            return false;
        }

        if (IsNamed(use, tool) && Uses.Exists(other => other.Service.Key != use.Key))
        {
            return true;
        }

        return writer.UsesOnly(use, tool) && !workers.Exists(other => other != this && Tools(other.Step.Access) is { Count: 1 } alone && !bodies.IsKin(alone[0], tool) && other.UsesOnly(use, alone[0]))
            && (tools.TrueForAll(own => Uses.Exists(other => IsNamed(other.Service, own))) || (Step.Access.All(access => access.Kind == Access.Read) && !Reads(use, writer)));
    }

    private List<ServiceUse> OwnServices => [.. Uses.Where(used => used.IsOwn).Select(used => used.Service)];

    private bool UsesOnly(ServiceUse use, PartyModel tool) => !HasOtherMeans && Tools(Step.Access) is { Count: 1 } alone && alone[0].Type == tool.Type && OwnServices.FindAll(own => !own.IsAside) is { Count: > 0 } own && own.TrueForAll(use.IsSame);

    // A step that reads with the service may also prepare that. What the other step writes with prepares nothing.
    private bool Reads(ServiceUse use, ServiceWorker writer) =>
        Uses.Exists(other => other.Service.IsSame(use) && other.Service is { Method: not null, IsForEffect: false })
        && !writer.Uses.Exists(other => SymbolEqualityComparer.Default.Equals(other.Service.Method?.OriginalDefinition, use.Method!.OriginalDefinition));

    private static List<PartyModel> Tools(IEnumerable<AccessModel> access) => [.. access.GroupBy(one => one.Tool.Type, StringComparer.Ordinal).Select(same => same.First().Tool)];

    private static ServiceWorker Of(SopBodies bodies, StepModel step, BodyMember member)
    {
        List<ReachedBody> reached = [.. bodies.Reach(member)];
        return new(step, member, [.. reached.SelectMany(body => body.Facts.Services.Select(use => new UsedService(use with { Node = body.At(use.Node) }, body.Way.All(bodies.IsOwn))))])
        {
            HasOtherMeans = reached.Exists(body => body.Facts.Impure.Exists(use => use.IsOutside || KnownCode.IsOfFiles(use.What))),
        };
    }

    private static bool IsNamed(ServiceUse use, PartyModel tool) => IsNamed(use.Type, tool) || (use.Base is { } declared && IsNamed(declared, tool));

    private static bool IsNamed(ITypeSymbol service, PartyModel tool) => SopBodies.ToolNames(service).Contains(tool.Name, StringComparer.Ordinal);
}

/// <summary>A service with which a step works.</summary>
/// <param name="Service">The service.</param>
/// <param name="IsOwn">The SOP itself holds it.</param>
internal sealed record UsedService(ServiceUse Service, bool IsOwn);
