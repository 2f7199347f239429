using Microsoft.CodeAnalysis;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;

namespace SopAsCode.Analyzers;

/// <summary>SOP0603: a text holds a key or, as a warning, a password. No message ever repeats the secret.</summary>
internal sealed class SecretRule() : SopRule(
    Id,
    "Secret in a text or prompt",
    "a key of a known form or a private key in a text or prompt",
    new(Starter: Error, Recommended: Error, Strict: Error))
{
    public const string Id = "SOP0603";

    public override Waiving Waiving => Waiving.WithLeave;

    public override RuleAdvice? Advice => new("a password or connection string in a text or prompt");

    /// <summary>Checks the texts of an SOP, including those of its prompt files.</summary>
    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var text in sop.Texts.Value)
        {
            foreach (var secret in Secrets.In(text.Text))
            {
                var where = text.Place.Member is { } member ? MessageText.Member(sop.Sop, member) : $"SOP '{sop.Sop.Class.Name}'";
                yield return Finding(secret, text, $"A text of {where}");
            }
        }

        foreach (var step in sop.Sop.Steps)
        {
            if (step.Prompt is { File: { } file, IsKnown: true } prompt)
            {
                foreach (var secret in Secrets.In(prompt.Text).Take(1))
                {
                    yield return Finding(secret, new("", prompt.TextPlace), $"Prompt file '{MessageText.Text(file)}' of {MessageText.Of(sop.Sop, step)}");
                }
            }
        }
    }

    /// <summary>Checks the words beside the class.</summary>
    internal override IEnumerable<PlacedFinding> CheckWords(WordsContext words) => words.Pieces.SelectMany(piece => Secrets
        .In(string.Join("\n", [piece.Title, piece.Text, .. piece.Items]))
        .Select(secret => words.At(Id, piece, Message(secret, $"A text of {words.Of(piece)}"))));

    /// <summary>Checks the texts of a role, agent, tool, value stream or policy.</summary>
    internal override IEnumerable<Finding> CheckType(TypeContext type) => !type.IsSop && DeclarationTexts.IsWord(type.Type)
        ? DeclarationTexts.Read(type.Type).SelectMany(text => Secrets.In(text.Text).Select(secret => Finding(secret, text, $"A text of '{type.Type.Name}'")))
        : [];

    private static Finding Finding(Secret secret, PlacedText text, string where) => new(
        Id,
        text.Place with { Piece = text.Text.Length == 0 ? null : text.Text.Substring(secret.Start, secret.Length) },
        Message(secret, where))
    {
        IsAdvice = !secret.IsKey,
    };

    private static string Message(Secret secret, string where) =>
        $"{where} holds what looks like {secret.Name}: remove it, have it replaced where it was issued, and keep the new one in a secret store";
}
