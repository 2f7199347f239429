using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.CodeFixes;

/// <summary>Writes a prompt, or changes the existing prompt so that it fits its step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PromptFixes)), Shared]
public sealed class PromptFixes() : SopFix(FixNames.ReplacePlaceholder, FixNames.AppendPlaceholder, FixNames.NamePromptFile, FixNames.WritePrompt)
{
    /// <inheritdoc/>
    internal override IEnumerable<FixOffer> Offers(FixPlace place, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (place.StepAt(diagnostic) is not { } method
            || !diagnostic.Properties.TryGetValue(Fix.NameKey, out var name)
            || !diagnostic.Properties.TryGetValue(Fix.ValueKey, out var value)
            || value is null)
        {
            return [];
        }

        return name switch
        {
            FixNames.ReplacePlaceholder => Replace(place, method, value, cancel),
            FixNames.AppendPlaceholder => Append(place, method, value, cancel),
            FixNames.NamePromptFile => NameFile(place, method, value, cancel),
            FixNames.WritePrompt => Write(place, method, cancel),
            _ => [],
        };
    }

    private static IEnumerable<FixOffer> Replace(FixPlace place, MethodDeclarationSyntax method, string value, CancellationToken cancel)
    {
        var cut = value.IndexOf('\n');
        var (placeholder, wrong) = (value.Substring(0, cut), value.Substring(cut + 1));
        if (PromptPlace.Of(place, method, cancel)?.Replace(wrong, placeholder) is { Count: > 0 } edits)
        {
            yield return new($"Write '{placeholder}'", FixNames.ReplacePlaceholder, edits);
        }
    }

    private static IEnumerable<FixOffer> Append(FixPlace place, MethodDeclarationSyntax method, string parameter, CancellationToken cancel)
    {
        if (PromptPlace.Of(place, method, cancel)?.Append($"{Naming.Phrase(parameter)}: {{{parameter}}}") is { } edit)
        {
            yield return new($"Append '{{{parameter}}}' to the prompt", FixNames.AppendPlaceholder, [edit]);
        }
    }

    private static IEnumerable<FixOffer> NameFile(FixPlace place, MethodDeclarationSyntax method, string file, CancellationToken cancel)
    {
        if (AttributeText.Find(place, method, "Prompt", cancel) is { } prompt && PromptPlace.Argument(prompt.ArgumentList, "File") is { } argument)
        {
            yield return new($"Read the prompt from '{file}'", FixNames.NamePromptFile, [new(place.Document.Id, new(argument.Expression.Span, Quoted(file)))]);
        }
    }

    private static IEnumerable<FixOffer> Write(FixPlace place, MethodDeclarationSyntax method, CancellationToken cancel)
    {
        if (place.Model.GetDeclaredSymbol(method, cancel) is not { } symbol
            || SopReader.Read(symbol.ContainingType, cancel).Steps.FirstOrDefault(step => step.Name == symbol.Name) is not { } step)
        {
            yield break;
        }

        var text = Quoted(Scaffold(step));
        yield return new($"Write a prompt for '{step.Name}'", FixNames.WritePrompt, [Edit(place, method, text, cancel)]);
    }

    // The text replaces an empty text or the name of a missing file, or is added before a version, or comes in a new attribute.
    private static TextEdit Edit(FixPlace place, MethodDeclarationSyntax method, string text, CancellationToken cancel)
    {
        if (AttributeText.Find(place, method, "Prompt", cancel) is not { } prompt)
        {
            return AttributeText.Add(place, method, "Prompt", $"({text})", cancel);
        }

        var old = prompt.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) ?? PromptPlace.Argument(prompt.ArgumentList, "File");
        return prompt.ArgumentList switch
        {
            _ when old is not null => new(place.Document.Id, new(old.Span, text)),
            { Arguments.Count: > 0 } list => new(place.Document.Id, new(new(list.Arguments[0].SpanStart, 0), text + ", ")),
            _ => AttributeText.AddArgument(place, prompt, text),
        };
    }

    // The title of the step, and everything that the step reads.
    private static string Scaffold(StepModel step)
    {
        var title = step.Title.Trim().Replace("{", "{{").Replace("}", "}}");
        var lines = step.Method.Parameters
            .Where(parameter => parameter.Role == ParameterRole.Value)
            .Select(parameter => $"{Naming.Phrase(parameter.Name)}: {{{parameter.Name}}}");
        return string.Join("\n", lines.Prepend(title.EndsWith(".", StringComparison.Ordinal) || title.EndsWith("?", StringComparison.Ordinal) ? title : title + "."));
    }

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
