using System.Text.Json;
using Microsoft.Extensions.AI;
using SopAsCode.Runtime;

namespace SopAsCode.Agents;

/// <summary>Calls a function that an AI asks for, and tells the host of it for the record.</summary>
internal sealed class FunctionCalling(AgentRequest request, IReadOnlyList<OfferedFunction> functions)
{
    public async ValueTask<object?> CallAsync(FunctionInvocationContext context, CancellationToken cancel)
    {
        AgentCall call = new()
        {
            Function = context.Function.Name,
            Tool = functions.First(offered => offered.Function.Name == context.Function.Name).Tool,
            Arguments = Json(new Dictionary<string, object?>(context.Arguments, StringComparer.Ordinal)),
            Failed = true,
        };
        try
        {
            var result = await context.Function.InvokeAsync(context.Arguments, cancel).ConfigureAwait(false);
            call = call with { Failed = false, Result = Json(result) };
            return result;
        }
        finally
        {
            request.Called(call);
        }
    }

    private static string? Json(object? value)
    {
        try
        {
            return value is null ? null : JsonSerializer.Serialize(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType()));
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            // A result that is no JSON is no reason to fail: the AI gets its text too.
            return JsonSerializer.Serialize(value!.ToString() ?? "", AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(string)));
        }
    }
}
