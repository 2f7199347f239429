using Microsoft.Extensions.AI;
using SopAsCode.Definitions;
using SopAsCode.Runtime;

namespace SopAsCode.Agents;

/// <summary>
/// Asks AI in AI steps through chat clients, one for each agent. What is sent is the rendered prompt of the step, which the record keeps, and the schema of
/// its answer. An answer that does not fit is sent back once; then the attempt at the step has failed, and the SOP says what happens. Thread-safe once all agents
/// are named.
/// </summary>
public sealed class ChatAgents : IAgentService
{
    private readonly Dictionary<string, IChatClient> _clients = new(StringComparer.Ordinal);
    private readonly List<OfferedFunction> _functions = [];
    private readonly ChatAgentOptions _options;
    private IChatClient? _others;

    /// <summary>Begins without any agent.</summary>
    /// <param name="options">Times and prices; null for the usual times, and no costs.</param>
    public ChatAgents(ChatAgentOptions? options = null) => _options = options ?? new();

    /// <summary>Lets a client answer for an agent.</summary>
    /// <typeparam name="TAgent">The agent.</typeparam>
    /// <param name="client">The client. Turn its own retries off, because the SOP says how often a step is tried.</param>
    /// <returns>This.</returns>
    public ChatAgents Use<TAgent>(IChatClient client)
        where TAgent : Agent
    {
        ArgumentNullException.ThrowIfNull(client);
        _clients[NamedType.NameOf(typeof(TAgent))] = client;
        return this;
    }

    /// <summary>Lets a client answer for all agents that have none of their own.</summary>
    /// <param name="client">The client.</param>
    /// <returns>This.</returns>
    public ChatAgents UseForOthers(IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _others = client;
        return this;
    }

    /// <summary>
    /// Offers functions of a tool to AI: in steps that declare this access to the tool, and in no others. They are called while the AI works on its answer, also
    /// again when a step is tried again, and the record of the run names them. An AI writes nothing by a function: let it return what is to be written, and let a step behind a checkpoint write it.
    /// </summary>
    /// <typeparam name="TTool">The tool.</typeparam>
    /// <param name="access">What the functions do with the tool: read or draft.</param>
    /// <param name="functions">The functions, each with another name.</param>
    /// <returns>This.</returns>
    /// <exception cref="ArgumentException">The functions write, or a function of that name is offered already.</exception>
    public ChatAgents Offer<TTool>(Access access, params IReadOnlyCollection<AIFunction> functions)
        where TTool : Tool
    {
        ArgumentNullException.ThrowIfNull(functions);
        if (access is not (Access.Read or Access.Draft))
        {
            throw new ArgumentException($"An AI gets no function that writes to '{typeof(TTool).Name}': let its step return what is to be written, and a step behind a checkpoint write it.", nameof(access));
        }

        foreach (var function in functions)
        {
            if (_functions.Exists(other => other.Function.Name == function.Name))
            {
                throw new ArgumentException($"A function '{function.Name}' is offered already: an AI can't tell two of one name apart.", nameof(functions));
            }

            _functions.Add(new(NamedType.NameOf(typeof(TTool)), access, function));
        }

        return this;
    }

    /// <inheritdoc/>
    public bool AnswersFor(StepDefinition step) => step?.Performer is { } agent && (_others is not null || _clients.ContainsKey(agent.Type));

    /// <inheritdoc/>
    /// <exception cref="AgentAnswerException">The answer does not fit, is cut off, or is a refusal.</exception>
    /// <exception cref="AgentUnavailableException">The service has too much to do, or did not answer in time.</exception>
    /// <exception cref="InvalidOperationException">No client answers for the agent.</exception>
    public async Task<AgentAnswer> AskAsync(AgentRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var agent = request.Step.Performer!;
        var client = _clients.GetValueOrDefault(agent.Type) ?? _others
            ?? throw new InvalidOperationException($"No client answers for agent '{agent.Type}': name one with Use<{agent.Type[(agent.Type.LastIndexOf('.') + 1)..]}>(…), or one for all others with UseForOthers(…).");
        List<OfferedFunction> functions = [.. _functions.Where(offered => request.MayUse(offered.Tool, offered.Access))];
        return await new Question(client, request, functions, _options).AskAsync(cancel).ConfigureAwait(false);
    }
}

/// <summary>A function of a tool, and what it does with it.</summary>
internal sealed record OfferedFunction(string Tool, Access Access, AIFunction Function);
