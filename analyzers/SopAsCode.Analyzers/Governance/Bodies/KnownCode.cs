using Microsoft.CodeAnalysis;

namespace SopAsCode.Analyzers;

/// <summary>Types and members of the framework and of well-known packages, by what they do.</summary>
internal static class KnownCode
{
    private const string Clock = "reads the clock";
    private const string Dice = "rolls dice";
    private const string Hash = "takes a hash that each process makes anew";
    private const string Network = "talks to the network";
    private const string Database = "asks a database";
    private const string Program = "starts a program";
    private const string Files = "works with files";

    // Packages that many use to reach another machine. Their types that do it are clients and services by name.
    private static readonly string[] Outside = ["System.Net.Sockets", "MailKit.Net", "RestSharp", "Flurl.Http", "SendGrid", "Twilio", "Stripe", "Grpc.Net.Client"];

    // A namespace with everything below it, and the types in it that ask a model. A name that ends in '*' is the beginning of a name, one that begins with '*' the end.
    private static readonly (string Namespace, string[] Types)[] AiTypes =
    [
        ("Microsoft.Extensions.AI", ["IChatClient", "IEmbeddingGenerator", "IImageGenerator", "ISpeechToTextClient", "ITextToSpeechClient", "IRealtimeClient"]),
        ("Microsoft.SemanticKernel", ["Kernel", "IChatCompletionService", "ITextGenerationService", "ITextEmbeddingGenerationService", "ITextToImageService", "IAudioToTextService", "KernelFunction", "*Agent"]),
        ("Microsoft.Agents.AI", ["AIAgent", "*Agent"]),
        ("Azure.AI", ["*Client"]),
        ("OpenAI", ["*Client", "OpenAIService", "OpenAIAPI", "IOpenAIService", "IOpenAIAPI"]),
        ("OpenAI_API", ["OpenAIAPI", "IOpenAIAPI"]),
        ("Betalgo.Ranul.OpenAI", ["OpenAIService", "IOpenAIService"]),
        ("Anthropic", ["AnthropicClient", "IAnthropicClient", "AnthropicApi", "MessagesEndpoint", "IMessageService", "MessageService"]),
        ("Mscc.GenerativeAI", ["GoogleAI", "VertexAI", "GenerativeModel", "ChatSession"]),
        ("GenerativeAI", ["GoogleAi", "GenerativeModel", "GeminiModel", "ChatSession"]),
        ("Google.GenAI", ["Client", "Models"]),
        ("Google.Cloud.AIPlatform", ["*Client"]),
        ("Amazon.BedrockRuntime", ["IAmazonBedrockRuntime", "AmazonBedrockRuntimeClient"]),
        ("Amazon.BedrockAgentRuntime", ["IAmazonBedrockAgentRuntime", "AmazonBedrockAgentRuntimeClient"]),
        ("OllamaSharp", ["IOllamaApiClient", "OllamaApiClient", "Chat"]),
        ("LLama", ["LLamaWeights", "LLamaContext", "ILLamaExecutor", "*Executor", "ChatSession"]),
        ("Mistral.SDK", ["MistralClient"]),
        ("Microsoft.ML.OnnxRuntimeGenAI", ["Model", "Generator"]),
        ("SopAsCode.Runtime", ["IAgentService"]),
    ];

    private static readonly string[] AiHosts =
    [
        "api.openai.com", ".openai.azure.com", "api.anthropic.com", "generativelanguage.googleapis.com", "aiplatform.googleapis.com", "api.mistral.ai", "api.cohere.ai", "api.cohere.com",
        "openrouter.ai/api", "api.groq.com", "api.together.xyz", "api.deepseek.com", "api.x.ai", "api.perplexity.ai", "api-inference.huggingface.co", "bedrock-runtime.",
    ];

    private static readonly Dictionary<string, (string What, string[]? Members)> Impure = new(StringComparer.Ordinal)
    {
        ["System.DateTime"] = (Clock, ["Now", "UtcNow", "Today"]),
        ["System.DateTimeOffset"] = (Clock, ["Now", "UtcNow"]),
        ["System.TimeProvider"] = (Clock, ["System", "GetUtcNow", "GetLocalNow", "GetTimestamp", "GetElapsedTime"]),
        ["System.Diagnostics.Stopwatch"] = (Clock, null),
        ["System.Random"] = (Dice, null),
        ["System.Guid"] = (Dice, ["NewGuid", "CreateVersion7"]),
        ["System.Security.Cryptography.RandomNumberGenerator"] = (Dice, null),
        ["System.String"] = (Hash, ["GetHashCode"]),
        ["System.StringComparer"] = (Hash, ["GetHashCode"]),
        ["System.HashCode"] = (Hash, ["Combine", "ToHashCode"]),
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = (Hash, ["GetHashCode"]),
        ["System.IO.Path"] = (Files, ["GetTempFileName", "GetRandomFileName", "Exists"]),
        ["System.IO.File"] = (Files, null),
        ["System.IO.Directory"] = (Files, null),
        ["System.IO.FileInfo"] = (Files, null),
        ["System.IO.DirectoryInfo"] = (Files, null),
        ["System.IO.FileStream"] = (Files, null),
        ["System.Console"] = ("works with the console", null),
        ["System.Environment"] = ("asks the machine that it runs on", null),
        ["System.AppContext"] = ("asks the process that it runs in", ["GetData", "SetData", "TryGetSwitch", "SetSwitch"]),
        ["System.AppDomain"] = ("asks the process that it runs in", ["GetData", "SetData"]),
        ["System.Diagnostics.Process"] = ("works with other processes", null),
        ["System.Threading.Thread"] = ("works with threads", ["Sleep", "Start", "Join", "CurrentThread"]),
        ["System.Net.Http.HttpClient"] = (Network, null),
        ["System.Net.Http.HttpMessageInvoker"] = (Network, null),
        ["System.Net.Http.HttpClientJsonExtensions"] = (Network, null),
        ["System.Net.Http.Json.HttpClientJsonExtensions"] = (Network, null),
        ["System.Net.WebClient"] = (Network, null),
        ["System.Net.WebRequest"] = (Network, null),
        ["System.Net.Dns"] = (Network, null),
        ["System.Net.Mail.SmtpClient"] = (Network, null),
        ["System.Net.Sockets.TcpClient"] = (Network, null),
        ["System.Net.Sockets.Socket"] = (Network, null),
        ["System.Net.WebSockets.ClientWebSocket"] = (Network, null),
        ["System.Net.NetworkInformation.Ping"] = (Network, null),
    };

    // What a file of .NET offers that asks nothing of the machine.
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "System.Environment.NewLine" };

    /// <summary>The AI client that a type is, or that it implements or derives from; null when it is none.</summary>
    public static string? AiClient(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named || type.SpecialType != SpecialType.None || type.IsValueType)
        {
            return null;
        }

        for (var current = named; current is not null; current = current.BaseType)
        {
            if (IsAi(current))
            {
                return named.Name;
            }
        }

        return named.AllInterfaces.Any(IsAi) ? named.Name : null;
    }

    /// <summary>The host of a well-known AI service that a text names; null when it names none.</summary>
    public static string? AiHost(string text) => text.Length is > 8 and < 400 ? AiHosts.FirstOrDefault(host => text.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0)?.Trim('.') : null;

    /// <summary>A parameter that holds what an AI is asked.</summary>
    public static bool IsPrompt(IParameterSymbol parameter) => parameter is { Type.SpecialType: SpecialType.System_String, Name: "prompt" or "systemPrompt" or "userPrompt" };

    /// <summary>Whether a method opens, closes or looks after a connection, by its name, and so does no work with what is behind it.</summary>
    public static bool IsUpkeep(IMethodSymbol method) => (method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - 5) : method.Name)
        is "Dispose" or "Close" or "Connect" or "Disconnect" or "Open" or "Flush" or "Init" or "Initialize" or "Authenticate" or "Start" or "Stop" or "Shutdown" or "Subscribe" or "Unsubscribe" or "Ping" or "Login" or "SignIn" or "Refresh" or "Wait" or "CancelPendingRequests";

    /// <summary>What a method returns that takes its time to answer.</summary>
    public static bool IsAnswer(ITypeSymbol returned) => returned is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable", Arity: 1 } && IsIn(returned, "System");

    /// <summary>What using a member means for a result that may depend on the parameters alone; null when it means nothing.</summary>
    public static string? Impurity(ISymbol member)
    {
        if (member.ContainingType is not { } type || type.ContainingNamespace is null || type.SpecialType is not (SpecialType.None or SpecialType.System_DateTime or SpecialType.System_String))
        {
            return null;
        }

        if (member.Name == "Start" && IsOf(member, "System.Diagnostics.Process"))
        {
            return Program;
        }

        if (member is IMethodSymbol && (type.Name.EndsWith("Client", StringComparison.Ordinal) || type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Resource", StringComparison.Ordinal))
            && Array.Exists(Outside, space => IsIn(type, space)))
        {
            return Network;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingNamespace is { IsGlobalNamespace: false } && Impure.TryGetValue(NameOf(current), out var known))
            {
                return (known.Members is null || known.Members.Contains(member.Name, StringComparer.Ordinal)) && !Harmless.Contains($"{NameOf(current)}.{member.Name}") ? known.What : null;
            }
        }

        return IsIn(type, "System.Data") && member is IMethodSymbol && type.Name.IndexOf("Command", StringComparison.Ordinal) >= 0 ? Database : null;
    }

    /// <summary>Whether an <see cref="Impurity"/> gives another value each time, so that also what is kept of it differs from process to process.</summary>
    public static bool IsChance(string impurity) => impurity is Clock or Dice;

    /// <summary>Whether an <see cref="Impurity"/> reaches another machine or another program.</summary>
    public static bool IsOutside(string impurity) => impurity is Network or Database or Program;

    /// <summary>Whether an <see cref="Impurity"/> reaches files.</summary>
    public static bool IsOfFiles(string impurity) => impurity == Files;

    /// <summary>Whether a type is one that hands on no work to a tool: a logger, a clock, options, a collection.</summary>
    public static bool IsPlain(ITypeSymbol type) =>
        (IsIn(type, "System") && !IsIn(type, "System.Net") && !IsIn(type, "System.Data") && type.TypeKind != TypeKind.Delegate)
        || IsIn(type, "Microsoft.Extensions") || IsIn(type, "SopAsCode")
        || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter or TypeKind.Error or TypeKind.Dynamic or TypeKind.Array;

    /// <summary>Whether a type is one of the framework's collections and buffers, which keep what they are given. One that never changes makes a new one.</summary>
    public static bool IsCollection(ITypeSymbol? type) =>
        type is not null && ((IsIn(type, "System.Collections") && (type.Name == "Builder" || !IsIn(type, "System.Collections.Immutable"))) || IsIn(type, "System.Threading.Channels") || type is { Name: "StringBuilder" or "ConditionalWeakTable" } && IsIn(type, "System"));

    /// <summary>Whether a type is a cache of the framework.</summary>
    public static bool IsCache(ITypeSymbol? type) => type is not null && IsIn(type, "Microsoft.Extensions.Caching");

    /// <summary>Whether a type holds a value of the current thread or flow of control.</summary>
    public static bool IsAmbient(ITypeSymbol? type) => type is { Name: "AsyncLocal" or "ThreadLocal" } && IsIn(type, "System.Threading");

    /// <summary>Whether a method puts something into a collection, by its name.</summary>
    public static bool Puts(IMethodSymbol method) => method.Name
        is "Add" or "AddRange" or "TryAdd" or "AddOrUpdate" or "GetOrAdd" or "Insert" or "InsertRange" or "Push" or "PushRange" or "Enqueue" or "EnqueueRange" or "Append" or "AppendLine"
        or "AppendFormat" or "AppendJoin" or "TryWrite" or "WriteAsync" or "TryUpdate" or "AddFirst" or "AddLast" or "UnionWith" or "Set";

    /// <summary>Whether a method changes a collection, by its name.</summary>
    public static bool Changes(IMethodSymbol method) => Puts(method) || method.Name
        is "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveRange" or "RemoveWhere" or "Pop" or "TryPop" or "Dequeue" or "TryDequeue" or "TryTake" or "TryRemove" or "Sort"
        or "ExceptWith" or "IntersectWith" or "SymmetricExceptWith" or "RemoveFirst" or "RemoveLast" or "TrimExcess";

    /// <summary>Whether a type is in a namespace or below it.</summary>
    public static bool IsIn(ITypeSymbol type, string space)
    {
        var name = SpaceOf(type.ContainingNamespace);
        return name.StartsWith(space, StringComparison.Ordinal) && (name.Length == space.Length || name[space.Length] == '.');
    }

    /// <summary>Whether a method is of a type, by its full name.</summary>
    public static bool IsOf(ISymbol member, string type) => member.ContainingType is { } home && type.EndsWith(home.Name, StringComparison.Ordinal) && NameOf(home) == type;

    /// <summary>The full name of a type.</summary>
    public static string NameOf(INamedTypeSymbol type) => SpaceOf(type.ContainingNamespace) is { Length: > 0 } space ? $"{space}.{type.Name}" : type.Name;

    private static bool IsAi(INamedTypeSymbol type)
    {
        foreach (var (space, types) in AiTypes)
        {
            if (Array.Exists(types, name => name[0] == '*' ? type.Name.EndsWith(name.Substring(1), StringComparison.Ordinal) : type.Name == name) && IsIn(type, space))
            {
                return true;
            }
        }

        return false;
    }

    private static string SpaceOf(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? "" : space.ContainingNamespace is { IsGlobalNamespace: false } outer ? $"{SpaceOf(outer)}.{space.Name}" : space.Name;
}
