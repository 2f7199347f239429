using SopAsCode.TestHarness;

namespace SopAsCode.Analyzers.Tests;

/// <summary>What the rules know about the framework and about packages, one name at a time: each is asked in a condition of its own.</summary>
public sealed class KnownCodeTests
{
    private const string Impure = "SOP0412";

    private static readonly string[] Changes =
    [
        "List<string>.Add(\"\")", "List<string>.AddRange([])", "List<string>.Insert(0, \"\")", "List<string>.InsertRange(0, [])", "List<string>.Clear()", "List<string>.Remove(\"\")",
        "List<string>.RemoveAt(0)", "List<string>.RemoveAll(_ => true)", "List<string>.RemoveRange(0, 1)", "List<string>.Sort()",
        "Dictionary<string, string>.TryAdd(\"\", \"\")",
        "HashSet<string>.RemoveWhere(_ => true)", "HashSet<string>.UnionWith([])", "HashSet<string>.ExceptWith([])", "HashSet<string>.IntersectWith([])", "HashSet<string>.SymmetricExceptWith([])",
        "Stack<string>.Push(\"\")", "Stack<string>.Pop()", "Stack<string>.TryPop(out _)",
        "Queue<string>.Enqueue(\"\")", "Queue<string>.Dequeue()", "Queue<string>.TryDequeue(out _)",
        "PriorityQueue<string, int>.EnqueueRange([\"\"], 1)",
        "LinkedList<string>.AddFirst(\"\")", "LinkedList<string>.AddLast(\"\")", "LinkedList<string>.RemoveFirst()", "LinkedList<string>.RemoveLast()",
        "System.Collections.BitArray.Set(0, true)",
        "System.Collections.Concurrent.ConcurrentStack<string>.PushRange([])", "System.Collections.Concurrent.ConcurrentBag<string>.TryTake(out _)",
        "System.Collections.Concurrent.ConcurrentDictionary<string, string>.AddOrUpdate(\"\", \"\", (_, text) => text)",
        "System.Collections.Concurrent.ConcurrentDictionary<string, string>.TryUpdate(\"\", \"\", \"\")", "System.Collections.Concurrent.ConcurrentDictionary<string, string>.TryRemove(\"\", out _)",
        "System.Collections.Immutable.ImmutableList<string>.Builder.Add(\"\")",
        "System.Text.StringBuilder.Append(\"\")", "System.Text.StringBuilder.AppendLine()", "System.Text.StringBuilder.AppendFormat(\"{0}\", 1)", "System.Text.StringBuilder.AppendJoin(',', \"\")",
        "System.Threading.Channels.ChannelWriter<string>.TryWrite(\"\")",
        "System.Runtime.CompilerServices.ConditionalWeakTable<string, string>.Add(\"\", \"\")",
    ];

    private static readonly (string Does, string[] Calls)[] Depends =
    [
        ("reads the clock",
        [
            "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System", "Made<TimeProvider>().GetUtcNow()", "Made<TimeProvider>().GetLocalNow()",
            "Made<TimeProvider>().GetTimestamp()", "Made<TimeProvider>().GetElapsedTime(0)", "System.Diagnostics.Stopwatch.GetTimestamp()",
        ]),
        ("rolls dice", ["Random.Shared", "Guid.NewGuid()", "Guid.CreateVersion7()", "System.Security.Cryptography.RandomNumberGenerator.GetInt32(2)"]),
        ("works with files",
        [
            "System.IO.Path.GetTempFileName()", "System.IO.Path.GetRandomFileName()", "System.IO.Path.Exists(\"\")", "System.IO.File.Exists(\"\")", "System.IO.Directory.Exists(\"\")",
            "new System.IO.FileInfo(\"\")", "new System.IO.DirectoryInfo(\"\")", "Made<System.IO.FileStream>().ReadByte()",
        ]),
        ("works with the console", ["Console.ReadLine()"]),
        ("asks the machine that it runs on", ["Environment.MachineName"]),
        ("asks the process that it runs in", ["AppContext.GetData(\"\")", "AppContext.TryGetSwitch(\"\", out _)", "AppDomain.CurrentDomain.GetData(\"\")"]),
        ("works with other processes", ["System.Diagnostics.Process.GetProcesses()"]),
        ("starts a program", ["System.Diagnostics.Process.Start(\"\")"]),
        ("works with threads", ["Made<Thread>().Join(1)", "Thread.CurrentThread"]),
        ("talks to the network",
        [
            "Made<System.Net.Http.HttpClient>().BaseAddress", "Made<System.Net.Http.HttpMessageInvoker>().Send(null!, default)", "System.Net.Dns.GetHostName()", "Made<System.Net.Mail.SmtpClient>().Host",
            "Made<System.Net.Sockets.TcpClient>().Connected", "Made<System.Net.Sockets.UdpClient>().Send([], 0)", "Made<System.Net.Sockets.Socket>().Connected", "Made<System.Net.NetworkInformation.Ping>().Send(\"\")",
            "Made<System.Net.WebSockets.ClientWebSocket>().State", "Made<MailKit.Net.Imap.ImapClient>().Ask()", "Made<RestSharp.RestClient>().Ask()", "Made<Flurl.Http.FlurlClient>().Ask()",
            "Made<SendGrid.SendGridClient>().Ask()", "Made<Twilio.Rest.MessageResource>().Ask()", "Made<Stripe.ChargeService>().Ask()", "Made<Grpc.Net.Client.CallClient>().Ask()",
        ]),
        ("asks a database", ["Made<System.Data.IDbCommand>().ExecuteScalar()"]),
    ];

    private const string Packages = """
        namespace MailKit.Net.Imap { public class ImapClient { public int Ask() => 0; } }
        namespace RestSharp { public class RestClient { public int Ask() => 0; } }
        namespace Flurl.Http { public class FlurlClient { public int Ask() => 0; } }
        namespace SendGrid { public class SendGridClient { public int Ask() => 0; } }
        namespace Twilio.Rest { public class MessageResource { public int Ask() => 0; } }
        namespace Stripe { public class ChargeService { public int Ask() => 0; } }
        namespace Grpc.Net.Client { public class CallClient { public int Ask() => 0; } }
        """;

    [Fact]
    public async Task A_condition_that_changes_a_collection()
    {
        var conditions = Changes.Select((change, number) => change.LastIndexOf('.', change.IndexOf('(', StringComparison.Ordinal)) is var dot
            ? Condition(number, $"{{ {{|{Impure}:Kept{number}|}}{change[dot..]}; return ticket.HighValue; }} static readonly {change[..dot]} Kept{number} = null!;")
            : "");
        Assert.All((await CheckAsync(conditions)).Findings, finding => Assert.Contains("changes what outlives it", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public Task A_condition_that_makes_a_new_collection_out_of_one_changes_nothing() => CheckAsync(
    [
        Condition(1, "=> Kept.Add(ticket.Body).Count > 3; static readonly System.Collections.Immutable.ImmutableList<string> Kept = [];"),
        Condition(3, "=> new System.Data.DataTable(ticket.Body).Clone().IsInitialized;"),
        Condition(2, "=> None.Remove(ticket.Body).Count > 3; static readonly System.Collections.Immutable.IImmutableSet<string> None = System.Collections.Immutable.ImmutableHashSet<string>.Empty;"),
    ]);

    [Fact]
    public async Task A_condition_whose_answer_depends_on_more_than_its_values()
    {
        var all = Depends.SelectMany(known => known.Calls, (known, call) => (known.Does, Call: call)).ToList();
        var run = await CheckAsync(all.Select((one, number) => Condition(number, $"{{ var seen = {{|{Impure}:{one.Call}|}}; return ticket.HighValue; }}")));
        Assert.Equal(
            all.Select((one, number) => $"Condition 'Answer.Asked{number}' {one.Does}").Order(StringComparer.Ordinal),
            run.Findings.Select(finding => finding.Message.Split(" (")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_AI_that_a_step_asks()
    {
        (string Space, string Types)[] known =
        [
            ("Microsoft.Extensions.AI", "IChatClient, IEmbeddingGenerator, IImageGenerator, ISpeechToTextClient, ITextToSpeechClient, IRealtimeClient"),
            ("Microsoft.SemanticKernel", "Kernel, IChatCompletionService, ITextGenerationService, ITextEmbeddingGenerationService, ITextToImageService, IAudioToTextService, KernelFunction, OwnAgent"),
            ("Microsoft.SemanticKernel.ChatCompletion", "IChatCompletionService"),
            ("Microsoft.Agents.AI", "AIAgent, ChatClientAgent"),
            ("Azure.AI.Inference", "ChatCompletionsClient"),
            ("OpenAI", "OpenAIClient, OpenAIService, OpenAIAPI, IOpenAIService, IOpenAIAPI"),
            ("OpenAI_API", "OpenAIAPI, IOpenAIAPI"),
            ("Betalgo.Ranul.OpenAI.Managers", "OpenAIService, IOpenAIService"),
            ("Anthropic", "AnthropicClient, IAnthropicClient, AnthropicApi, MessagesEndpoint, IMessageService, MessageService"),
            ("Mscc.GenerativeAI", "GoogleAI, VertexAI, GenerativeModel, ChatSession"),
            ("GenerativeAI", "GoogleAi, GenerativeModel, GeminiModel, ChatSession"),
            ("Google.GenAI", "Client, Models"),
            ("Google.Cloud.AIPlatform.V1", "PredictionServiceClient"),
            ("Amazon.BedrockRuntime", "IAmazonBedrockRuntime, AmazonBedrockRuntimeClient"),
            ("Amazon.BedrockAgentRuntime", "IAmazonBedrockAgentRuntime, AmazonBedrockAgentRuntimeClient"),
            ("OllamaSharp", "IOllamaApiClient, OllamaApiClient, Chat"),
            ("LLama", "LLamaWeights, LLamaContext, ILLamaExecutor, InteractiveExecutor, ChatSession"),
            ("Mistral.SDK", "MistralClient"),
            ("Microsoft.ML.OnnxRuntimeGenAI", "Model, Generator"),
        ];
        var all = known.SelectMany(space => space.Types.Split(", "), (space, type) => (space.Space, Type: type)).ToList();
        var packages = string.Join('\n', all.Select(one => $"namespace {one.Space} {{ public abstract class {one.Type} {{ public abstract Task Ask(); }} public static class Like{one.Type} {{ public static Task Ask() => Task.CompletedTask; }} }}"));
        var steps = all.Select((one, number) =>
            $$"""    [AutomatedStep("Ask {{number}}")] public async Task Ask{{number}}() { await {|SOP0214:Made<global::{{one.Space}}.{{one.Type}}>().Ask()|}; await global::{{one.Space}}.Like{{one.Type}}.Ask(); }""");
        var run = await AnalyzerRun.CheckAsync(SopProject.Of(Govern.Sop([.. steps, "    static T Made<T>() => default!;"])).With("Packages.cs", packages), ["SOP0214"]);
        Assert.Equal(
            all.Select((one, number) => $"'Answer.Ask{number}' asks an AI ('{one.Type}')").Order(StringComparer.Ordinal),
            run.Findings.Select(finding => finding.Message.Split(" in code")[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_address_of_an_AI_in_code()
    {
        string[] hosts =
        [
            "api.openai.com", "acme.openai.azure.com", "api.anthropic.com", "generativelanguage.googleapis.com", "aiplatform.googleapis.com", "api.mistral.ai", "api.cohere.ai", "api.cohere.com",
            "openrouter.ai/api", "api.groq.com", "api.together.xyz", "api.deepseek.com", "api.x.ai", "api.perplexity.ai", "api-inference.huggingface.co", "bedrock-runtime.eu-west-1.amazonaws.com",
        ];
        var steps = hosts.Select((host, number) =>
            $$"""    [AutomatedStep("Ask {{number}}")] public Task Ask{{number}}() => Made<System.Net.Http.HttpClient>().GetStringAsync({|SOP0214:"https://{{host}}/v1"|});""");
        var run = await AnalyzerRun.CheckAsync(Govern.Sop([.. steps, "    static T Made<T>() => default!;"]), ["SOP0214"]);
        Assert.All(run.Findings, finding => Assert.Contains(hosts, host => finding.Message.Contains("asks an AI ('", StringComparison.Ordinal) && host.Contains(finding.Message.Split('\'')[3], StringComparison.Ordinal)));
        Assert.Equal(hosts.Length, run.Findings.Select(finding => finding.Message.Split('\'')[3]).Distinct(StringComparer.Ordinal).Count());
    }

    private static string Condition(int number, string body) => $"    [Condition(\"It is asked\")] static bool Asked{number}(Ticket ticket) {body}";

    private static Task<AnalyzerRun> CheckAsync(IEnumerable<string> conditions) => AnalyzerRun.CheckAsync(
        SopProject.Of(Govern.Sop(["""    [HumanStep<Support>("Look at it")] public partial Task Look(Ticket ticket);""", "    static T Made<T>() => default!;", .. conditions])).With("Packages.cs", Packages), [Impure]);
}
