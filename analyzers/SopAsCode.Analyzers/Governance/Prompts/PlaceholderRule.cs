using System.Text.RegularExpressions;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Findings;
using SopAsCode.Model.Places;
using SopAsCode.Model.Reading;
using SopAsCode.Model.Values;

namespace SopAsCode.Analyzers;

/// <summary>SOP0602: a placeholder of a prompt or message names nothing, or, as a warning, no placeholder of a prompt names a parameter.</summary>
internal sealed class PlaceholderRule() : SopRule(
    Id,
    "Prompt and parameters that do not fit together",
    "a placeholder of a prompt or message that names no parameter or property",
    new(Starter: Error, Recommended: Error, Strict: Error),
    new RuleFix(FixNames.ReplacePlaceholder, "nearest name; double the braces"))
{
    public const string Id = "SOP0602";

    public override RuleAdvice? Advice => new("a parameter that the prompt never shows", new RuleFix(FixNames.AppendPlaceholder, "append a placeholder"));

    private static readonly Regex Name = new("^[\\p{L}_][\\w]*(\\.[\\p{L}_]\\w*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    internal override IEnumerable<Finding> Check(RuleContext sop)
    {
        foreach (var step in sop.FinishedSteps)
        {
            if (step is { Kind: StepKind.Ai, Prompt: { IsKnown: true } prompt, Method.HasUnknownTypes: false } && !PlaceholderText.Is(prompt.Text))
            {
                List<Finding> unknown = [.. Unknown(sop.Sop, new($"The prompt {In(prompt)}of {MessageText.Of(sop.Sop, step)}", "prompt", prompt.Text, prompt.Parts, step.Method.Parameters, prompt.PlaceOf))];
                foreach (var finding in unknown.Count > 0 ? unknown : Unused(sop.Sop, step, prompt))
                {
                    yield return finding;
                }
            }

            foreach (var finding in step.Method.HasUnknownTypes ? [] : Messages(sop.Sop, step.Remarks, MessageText.Of(sop.Sop, step), step.Method.Parameters))
            {
                yield return finding;
            }
        }

        if (sop.Sop.Steps.All(step => !step.Method.HasUnknownTypes))
        {
            foreach (var finding in Messages(sop.Sop, sop.Sop.Remarks, $"SOP '{sop.Sop.Class.Name}'", sop.Sop.TemplateParameters))
            {
                yield return finding;
            }
        }
    }

    internal override IEnumerable<PlacedFinding> CheckWords(WordsContext words)
    {
        if (words.Sop is not { } sop || sop.Steps.Any(step => step.Method.HasUnknownTypes))
        {
            yield break;
        }

        foreach (var piece in words.Pieces)
        {
            var step = piece.Step is null ? null : WordsReader.StepOf(sop, piece.Step);
            if (piece.Kind == WordsKind.Template && (piece.Step is null || step is not null))
            {
                var parameters = step is { } number ? sop.Steps[number].Method.Parameters : sop.TemplateParameters;
                var asking = new Asking($"Message '{MessageText.Text(piece.Title)}' of {words.Of(piece)}", "message", piece.Text, PromptReader.Parts(piece.Text, parameters, sop), parameters, _ => default);
                foreach (var part in asking.Parts.Where(part => part.Kind == PromptPartKind.Unknown && !IsOutOfSight(sop, asking, part)))
                {
                    yield return words.AtWords(Id, piece, part.Text, Unknown(sop, asking, part).Message);
                }

                foreach (var torn in TornPlaceholder.In(asking.Text, asking.Parameters))
                {
                    yield return words.AtWords(Id, piece, torn.Text, Torn(asking, torn));
                }
            }
        }
    }

    private static IEnumerable<Finding> Messages(SopModel sop, RemarksModel remarks, string of, EquatableArray<ParameterModel> parameters) => remarks.Templates
        .SelectMany(template => Unknown(sop, new(
            $"Message '{MessageText.Text(template.Title)}' of {of}", "message", template.Text, template.Parts, parameters, piece => template.Place.At("text") with { Piece = piece })));

    private static IEnumerable<Finding> Unknown(SopModel sop, Asking asking) => asking.Parts
        .Where(part => part.Kind == PromptPartKind.Unknown && !IsOutOfSight(sop, asking, part))
        .GroupBy(part => part.Text, StringComparer.Ordinal)
        .Select(same => Unknown(sop, asking, same.First()))
        .Concat(TornPlaceholder.In(asking.Text, asking.Parameters).Select(torn => new Finding(Id, asking.PlaceOf(torn.Text), Torn(asking, torn))));

    private static string Torn(Asking asking, TornPlaceholder torn) =>
        $"{asking.What} has '{MessageText.Text(torn.Text)}' with one brace, so it is text: write '{{{torn.Path}}}', or the brace twice where it is meant";

    private static Finding Unknown(SopModel sop, Asking asking, PromptPart part)
    {
        var what = $"{asking.What} has '{MessageText.Text(part.Text)}'";
        if (!Name.IsMatch(part.Path))
        {
            var inner = part.Text.Substring(1, part.Text.Length - 2);
            return Finding($"{what}, which is no placeholder: double the braces, '{{{{' and '}}}}', where they are meant as braces", inner.Contains("{") ? null : "{" + part.Text + "}");
        }

        var names = part.Path.Split('.');
        var parameters = asking.Parameters.Where(parameter => parameter.Role == ParameterRole.Value).ToList();
        if (parameters.Find(parameter => parameter.Name == names[0]) is not { } root)
        {
            var near = NearestName.Of(names[0], parameters.Select(parameter => parameter.Name)) ?? Only(parameters, names[0]);
            return Finding(
                $"{what}, but no parameter is called '{names[0]}'{(near is null ? ": name one of its parameters, or add one" : $": is '{near}' meant?")}",
                near is null ? null : "{" + string.Join(".", names.Skip(1).Prepend(near)) + "}");
        }

        var type = root.Type;
        for (var i = 1; i < names.Length; i++)
        {
            var properties = DataOf(sop, type)?.Properties ?? [];
            if (properties.FirstOrDefault(property => property.Name == names[i]) is { } property)
            {
                type = property.Type;
                continue;
            }

            var near = NearestName.Of(names[i], properties.Select(candidate => candidate.Name));
            return Finding(
                $"{what}, but '{type.Short}' has no property '{names[i]}'{(near is null ? "" : $": is '{near}' meant?")}",
                near is null ? null : "{" + string.Join(".", [.. names.Take(i), near, .. names.Skip(i + 1)]) + "}");
        }

        return Finding($"{what}, which names nothing that a {asking.Noun} can show", null);

        Finding Finding(string message, string? replacement) => new(Id, asking.PlaceOf(part.Text), message)
        {
            Fix = replacement is null ? null : new(FixNames.ReplacePlaceholder, $"{replacement}\n{part.Text}"),
        };
    }

    private static IEnumerable<Finding> Unused(SopModel sop, StepModel step, PromptModel prompt)
    {
        if (step.IsOutside)
        {
            yield break;
        }

        var used = prompt.Parts.Where(part => part.Kind != PromptPartKind.Text).Select(part => part.Path.Split('.')[0]).ToList();
        for (var i = 0; i < step.Method.Parameters.Count; i++)
        {
            var parameter = step.Method.Parameters[i];
            if (parameter.Role == ParameterRole.Value && !used.Contains(parameter.Name))
            {
                yield return new(
                    Id,
                    new(step.Name, step.Overload, PlacePart.Parameter, i),
                    $"{MessageText.Of(sop, step)} reads '{parameter.Name}', but its prompt {In(prompt)}never shows it to the agent: add '{{{parameter.Name}}}' to the prompt, or remove the parameter")
                {
                    IsAdvice = true,
                    Fix = new(FixNames.AppendPlaceholder, parameter.Name),
                };
            }
        }
    }

    private static string In(PromptModel prompt) => prompt.File is { } file ? $"in '{MessageText.Text(file)}' " : "";

    // {Subject} instead of {ticket.Subject} needs another fix than a misspelt name, and the author must decide it.
    private static string? Only(List<ParameterModel> parameters, string name) => parameters.Count == 1 && string.Equals(parameters[0].Type.Short, name, StringComparison.OrdinalIgnoreCase) ? parameters[0].Name : null;

    // The compiler reports code that does not compile, and the model does not hold the deepest properties of a large type.
    private static bool IsOutOfSight(SopModel sop, Asking asking, PromptPart part)
    {
        var names = part.Path.Split('.');
        var type = asking.Parameters.FirstOrDefault(parameter => parameter.Name == names[0])?.Type;
        foreach (var name in names.Skip(1))
        {
            if (type is null)
            {
                return false;
            }

            if (type.IsUnknown || DataOf(sop, type) is not { } data)
            {
                return true;
            }

            type = data.Properties.FirstOrDefault(property => property.Name == name)?.Type;
        }

        return type is { IsUnknown: true } || (type is not null && DataOf(sop, type) is null);
    }

    private static DataModel? DataOf(SopModel sop, TypeUse type) => sop.Data.FirstOrDefault(data => data.Type.Key == type.Key);

    // A text with placeholders, and the parameters that they can name.
    private sealed record Asking(
        string What, string Noun, string Text, EquatableArray<PromptPart> Parts, EquatableArray<ParameterModel> Parameters, Func<string, DeclarationPlace> PlaceOf);
}
