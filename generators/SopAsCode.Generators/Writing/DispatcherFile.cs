using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Flow;

namespace SopAsCode.Generators;

/// <summary>Writes the dispatcher, which runs any step and evaluates any condition with the values of a run.</summary>
internal static class DispatcherFile
{
    public const string Name = "Dispatcher";

    public static string Write(FlowGraph graph) => SopFile.Write(graph.Sop, "The dispatcher", writer =>
    {
        var sop = graph.Sop;
        writer.Write($"""
            /// <summary>Runs any step of "{CSharp.Xml(sop.Title)}", and asks any of its conditions, from the values of a run.</summary>
            public static global::SopAsCode.Runtime.SopDispatcher Dispatcher => StepDispatcher.Instance;

            """);
        writer.Block("private sealed class StepDispatcher : global::SopAsCode.Runtime.SopDispatcher", () =>
        {
            writer.Write("public static readonly StepDispatcher Instance = new();").Blank();
            writer.Write($"public override global::SopAsCode.Definitions.SopDefinition Definition => {SopFile.Self(sop)}.Definition;").Blank();
            WriteRun(writer, sop);
            writer.Blank();
            WriteConditions(writer, sop);
            WriteTimes(writer, sop);
            WriteKey(writer, sop);
            WriteAsked(writer, sop);
            writer.Blank();
            WriteValueTypes(writer, sop);
        });
    });

    private static void WriteRun(CodeWriter writer, SopModel sop)
    {
        if (sop.Steps.All(step => step.Kind == StepKind.Handoff && step.Method.NeedsBody))
        {
            writer.Write("#pragma warning disable CS1998 // where all steps hand over there is nothing to wait for");
        }

        writer.Write("protected override async global::System.Threading.Tasks.Task<global::SopAsCode.Runtime.StepOutput> PerformAsync(");
        writer.Indent(() => writer.Write("global::SopAsCode.Runtime.StepCall call, global::System.Threading.CancellationToken cancel)"));
        writer.Braces(() =>
        {
            var services = sop.Services.Select((service, i) => Service(service, sop.Id, $"service{CSharp.Number(i)}"));
            writer.Write($"""
                {SopFile.Self(sop)} sop = new({string.Join(", ", services)});
                call.Serve(sop, cancel);
                global::SopAsCode.Runtime.RunValues values = call.Run.Values;
                """);
            writer.Block("switch (call.Run.State)", () =>
            {
                foreach (var step in sop.Steps)
                {
                    writer.Write($"case {CSharp.Literal(step.Name)}:").Indent(() => WriteCall(writer, sop, step)).Blank();
                }

                writer.Write("default:").Indent(() => writer.Write("throw NoStep(call.Run);"));
            });
        });
    }

    private static void WriteCall(CodeWriter writer, SopModel sop, StepModel step)
    {
        var arguments = step.Method.Parameters.Select(parameter => parameter.Role switch
        {
            ParameterRole.Cancellation => "cancel",
            ParameterRole.Context => "call.Context",
            _ => SelectorWriter.Ask(parameter.Type, "values", "Get"),
        });
        var call = $"await sop.{CSharp.Identifier(step.Name)}({string.Join(", ", arguments)}).ConfigureAwait(false)";
        if (step.Kind == StepKind.Handoff)
        {
            WriteHandoff(writer, sop, step, call);
        }
        else if (step.Method.Elements.Count > 0)
        {
            var parts = Enumerable.Range(1, step.Method.Elements.Count).Select(part => $"global::SopAsCode.Runtime.StepOutput.Of(several{step.Name}.Item{CSharp.Number(part)})");
            writer.Write($"{step.Method.Result!.Name} several{step.Name} = {call};\nreturn global::SopAsCode.Runtime.StepOutput.Of({string.Join(", ", parts)});");
        }
        else
        {
            writer.Write(step.Method.Result is null
                ? $"{call};\nreturn global::SopAsCode.Runtime.StepOutput.None;"
                : $"return global::SopAsCode.Runtime.StepOutput.Of({call}){(step is { Kind: StepKind.Ai, IsOutside: false } ? ".UsedBy(global::SopAsCode.Runtime.StepCall.UsageOf(sop))" : "")};");
        }
    }

    // A hand-off without a body hands over the current value of the other SOP's input; one with a body hands over what it returns.
    private static void WriteHandoff(CodeWriter writer, SopModel sop, StepModel step, string call)
    {
        if (step.Method.NeedsBody)
        {
            writer.Write(step.Handoff?.Target.Input is { } input
                ? $"return global::SopAsCode.Runtime.StepOutput.HandOver({SelectorWriter.Ask(input, "values", "Get")});"
                : "return global::SopAsCode.Runtime.StepOutput.None;");
            return;
        }

        writer.Write(step.Method.Result is null
            ? $"{call};\nreturn global::SopAsCode.Runtime.StepOutput.None;"
            : $"return global::SopAsCode.Runtime.StepOutput.HandOver{(sop.HandsOverEach(step) ? "Each" : "")}({call});");
    }

    private static void WriteTimes(CodeWriter writer, SopModel sop)
    {
        if (sop.Times.Count == 0)
        {
            return;
        }

        writer.Blank();
        writer.Block("public override global::SopAsCode.Runtime.AskedTime TimeOf(string time, global::SopAsCode.Runtime.RunValues values, global::System.DateTimeOffset began)", () =>
        {
            writer.Write("global::System.ArgumentNullException.ThrowIfNull(values);");
            writer.Block("return time switch", () =>
            {
                foreach (var time in sop.Times)
                {
                    var arguments = time.Parameters.Select(parameter =>
                        parameter.Role == ParameterRole.Began ? "new global::SopAsCode.Began { At = began }" : SelectorWriter.Ask(parameter.Type, "values", "Get"));
                    writer.Write($"{CSharp.Literal(time.Name)} => new({SopFile.Self(sop)}.{CSharp.Identifier(time.Name)}({string.Join(", ", arguments)})),");
                }

                writer.Write("_ => throw NoTime(Definition, time),");
            }, "};");
        });
    }

    private static void WriteKey(CodeWriter writer, SopModel sop)
    {
        if (sop.Input is not { } input || sop.Keys.FirstOrDefault() is not { } key)
        {
            return;
        }

        writer.Blank();
        writer.Block("public override string? KeyOf(object input)", () => writer.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(input);
            return input is {input.Name} about ? KeyText(about.{CSharp.Identifier(key.Name)}) : throw NotAbout(Definition, input);
            """));
    }

    private static void WriteAsked(CodeWriter writer, SopModel sop)
    {
        var asked = sop.Triggers.Select(trigger => trigger.Each).OfType<EachModel>().GroupBy(each => each.Method.Name, StringComparer.Ordinal).Select(same => same.First()).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        writer.Blank();
        writer.Write("protected override async global::System.Threading.Tasks.Task<global::System.Collections.Generic.IReadOnlyList<object?>?> AskAsync(");
        writer.Indent(() => writer.Write("string method, global::System.IServiceProvider? services, global::System.Threading.CancellationToken cancel)"));
        writer.Braces(() =>
        {
            var arguments = sop.Services.Select((service, i) => Service(service, sop.Id, $"service{CSharp.Number(i)}", "services"));
            writer.Write($"{SopFile.Self(sop)} sop = new({string.Join(", ", arguments)});");
            writer.Block("return method switch", () =>
            {
                foreach (var each in asked)
                {
                    writer.Write($"{CSharp.Literal(each.Method.Name)} => Asked(await sop.{CSharp.Identifier(each.Method.Name)}({(each.TakesCancellation ? "cancel" : "")}).ConfigureAwait(false)),");
                }

                writer.Write("_ => throw new global::System.ArgumentException(method, nameof(method)),");
            }, "};");
        });
    }

    // A host reads stored values by the names that the definition has for their types.
    private static void WriteValueTypes(CodeWriter writer, SopModel sop)
    {
        var types = sop.Steps
            .SelectMany(step => step.Method.Parameters
                .Where(parameter => parameter.Role == ParameterRole.Value)
                .Select(parameter => parameter.Type)
                .Concat(step.Makes))
            .Append(sop.Input)
            .OfType<TypeUse>()
            .GroupBy(type => type.Plain, StringComparer.Ordinal)
            .OrderBy(uses => uses.Key, StringComparer.Ordinal);
        writer.Write("public override global::System.Collections.Generic.IReadOnlyDictionary<string, global::System.Type> ValueTypes { get; } =");
        writer.Indent(() =>
        {
            writer.Write("new global::System.Collections.Generic.Dictionary<string, global::System.Type>(global::System.StringComparer.Ordinal)");
            writer.Braces(
                () =>
                {
                    foreach (var uses in types)
                    {
                        writer.Write($"[{CSharp.Literal(uses.Key)}] = typeof({uses.First().Name}),");
                    }
                },
                "};");
        });
    }

    private static void WriteConditions(CodeWriter writer, SopModel sop)
    {
        writer.Block("public override bool Holds(string condition, global::SopAsCode.Runtime.RunValues values)", () =>
        {
            writer.Write("global::System.ArgumentNullException.ThrowIfNull(values);");
            writer.Block("return condition switch", () =>
            {
                foreach (var condition in sop.Conditions)
                {
                    writer.Write($"{CSharp.Literal(condition.Name)} => {SelectorWriter.Ask(sop, condition.Name, "values", "Get")},");
                }

                writer.Write($"_ => throw NoCondition(Definition, condition),");
            }, "};");
        });
    }

    // A service with a key comes from a container that knows keys; such a container is referenced where the attribute is.
    private static string Service(ServiceModel service, string id, string local, string services = "call.Services")
    {
        var type = service.Type;
        if (service.Key is { } key)
        {
            var missing = $"throw new global::System.InvalidOperationException({CSharp.Literal($"SOP '{id}' asks for a '{type.Short}' with the key {key} in its constructor, and the host has none. Register one with the services of the host.")})";
            return $"({services} as global::Microsoft.Extensions.DependencyInjection.IKeyedServiceProvider)?.GetKeyedService(typeof({type.Name}), {key}) is {type.Name} {local} ? {local} : {service.Default ?? missing}";
        }

        return service.Default switch
        {
            null => $"Service<{type.Name}>({(services == "call.Services" ? "call" : services)}, {CSharp.Literal(id)})",
            "null" => $"({type.Annotated}){services}?.GetService(typeof({type.Name}))",
            var other => $"{services}?.GetService(typeof({type.Name})) is {type.Name} {local} ? {local} : {other}",
        };
    }
}
