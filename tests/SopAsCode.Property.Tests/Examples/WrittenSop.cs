using System.Reflection;
using System.Reflection.Emit;

namespace SopAsCode.Property.Tests.Examples;

/// <summary>What the attributes of one compiled class say, read by reflection and from nothing that the product makes of them.</summary>
internal sealed class WrittenSop
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public WrittenSop(Type type)
    {
        // Metadata keeps the order of the source.
        var methods = type.GetMethods(Own).OrderBy(method => method.MetadataToken).ToList();
        Steps = [.. methods.Where(IsStep).Select(method => new WrittenStep(method))];
        Starts = [.. type.GetCustomAttributes<TriggerAttribute>().Select(trigger => trigger.Start ?? Steps[0].Name).Prepend(Steps[0].Name).Distinct(StringComparer.Ordinal)];
        Conditions = methods.Where(method => method.IsDefined(typeof(ConditionAttribute))).ToDictionary(method => method.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<WrittenStep> Steps { get; }

    /// <summary>The steps at which runs begin.</summary>
    public IReadOnlyList<string> Starts { get; }

    public IReadOnlyDictionary<string, MethodInfo> Conditions { get; }

    /// <summary>The tasks that are ticked off before a step is completed.</summary>
    public IEnumerable<string> TasksUntil(string step) => Steps.SelectMany(one => one.Tasks).Where(task => task.Until == step).Select(task => task.Name);

    /// <summary>All SOPs of an assembly that have steps and are no ideas.</summary>
    public static IEnumerable<Type> In(Assembly assembly) => assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<SopAttribute>() is { Stage: not Stage.Idea })
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    public WrittenStep? StepOf(string state) => Steps.FirstOrDefault(step => step.Name == state);

    /// <summary>The state that an attribute names.</summary>
    public static string StateOf(string reference) => reference switch
    {
        Sop.Fallback => "Fallback",
        End.Completed => "Completed",
        End.Rejected => "Rejected",
        End.Escalated => "Escalated",
        End.Cancelled => "Cancelled",
        _ => reference,
    };

    private static bool IsStep(MethodInfo method) => method.GetCustomAttributes().Any(attribute => WrittenStep.Kinds.Contains(WrittenStep.Word(attribute)));
}

/// <summary>One step as its attributes have it.</summary>
internal sealed class WrittenStep(MethodInfo method)
{
    public static readonly string[] Kinds = ["HumanStep", "AiStep", "Checkpoint", "AutomatedStep", "WaitFor", "Handoff"];

    private readonly Attribute _kind = method.GetCustomAttributes().First(attribute => Kinds.Contains(Word(attribute)));

    public string Name => method.Name;

    public bool IsCheckpoint => Word(_kind) == "Checkpoint";

    public bool IsAi => Word(_kind) == "AiStep";

    /// <summary>It brings back a value of another SOP.</summary>
    public bool HasResult => Word(_kind) == "Handoff" && _kind.GetType().GetProperty("Result")!.GetValue(_kind) is not null;

    public IEnumerable<Type> Reads => method.GetParameters().Select(parameter => parameter.ParameterType);

    public IEnumerable<Type> Makes => method.ReturnType.GetGenericArguments();

    /// <summary>AI, code and other SOPs fail; people and the outside world do not.</summary>
    public bool CanFail => Word(_kind) is "AiStep" or "AutomatedStep" or "Handoff";

    /// <summary>Somebody was asked who can pass the run on: a person, the outside world, an automation outside, an SOP that is waited for.</summary>
    public bool IsAsked => Word(_kind) switch
    {
        "HumanStep" or "Checkpoint" or "WaitFor" => true,
        "AutomatedStep" => HasNoCodeOfItsOwn(),
        "Handoff" => (bool)_kind.GetType().GetProperty("Wait")!.GetValue(_kind)!,
        _ => false,
    };

    /// <summary>The tasks beside the step, each with the step that it holds up.</summary>
    public IReadOnlyList<(string Name, string Until)> Tasks { get; } =
        [.. method.GetCustomAttributes().Where(attribute => Word(attribute) == "Meanwhile").Select(task => ($"{method.Name}: {Text(task, "Title")}", Text(task, "Until") ?? method.Name))];

    public IReadOnlyList<NextAttribute> Next { get; } = [.. method.GetCustomAttributes<NextAttribute>()];

    public OnRejectAttribute? OnReject { get; } = method.GetCustomAttribute<OnRejectAttribute>();

    public OnFailureAttribute? OnFailure { get; } = method.GetCustomAttribute<OnFailureAttribute>();

    public OnTimeoutAttribute? OnTimeout { get; } = method.GetCustomAttribute<OnTimeoutAttribute>();

    public LimitAttribute? Limit { get; } = method.GetCustomAttribute<LimitAttribute>();

    /// <summary>The name of an attribute as one writes it.</summary>
    public static string Word(Attribute attribute) => attribute.GetType().Name.Split('`')[0] is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^9] : name;

    private static string? Text(Attribute attribute, string property) => (string?)attribute.GetType().GetProperty(property)!.GetValue(attribute);

    // A partial step without code asks its performer: its body calls what the base class has for that.
    private bool HasNoCodeOfItsOwn()
    {
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var i = 0; i + 4 < code.Length; i++)
        {
            if ((code[i] == OpCodes.Call.Value || code[i] == OpCodes.Callvirt.Value) && Called(BitConverter.ToInt32(code, i + 1)) == "PerformAsync")
            {
                return true;
            }
        }

        return false;
    }

    private string? Called(int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), null)?.Name;
        }
        catch (ArgumentException)
        {
            // These bytes are no call.
            return null;
        }
    }
}
