using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>What the rules say about a role, agent, tool, value stream or policy, where it is declared.</summary>
internal static class WordCheck
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol type)
    {
        if (!DeclarationTexts.IsWord(type))
        {
            return [];
        }

        IEnumerable<Finding> ofModel = AgentReader.Read(type) is { } agent ? ModelRule.Check(agent) : [];
        return ofModel.Concat(SecretRule.Check(type));
    }
}
