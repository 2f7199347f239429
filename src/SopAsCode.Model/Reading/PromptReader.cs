using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Model.Reading;

/// <summary>
/// Splits prompts into text and placeholders, and finds what the placeholders name. It uses only the model, so that a prompt may
/// come from a file.
/// </summary>
public static class PromptReader
{
    /// <summary>Reads the prompts that are in the declaration.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>The SOP with the parts of its prompts.</returns>
    public static SopModel Fill(SopModel sop) => WithPrompts(sop, prompt => prompt.File is null ? prompt.Text : null);

    /// <summary>Reads the prompts that are in files.</summary>
    /// <param name="sop">The SOP.</param>
    /// <param name="textOf">The text of a file; null when there is none.</param>
    /// <returns>The SOP with the parts of its prompts.</returns>
    public static SopModel Fill(SopModel sop, Func<string, string?> textOf) =>
        WithPrompts(sop, prompt => prompt.File is null ? null : textOf(prompt.File));

    /// <summary>Reads the blanks of the messages.</summary>
    /// <param name="sop">The SOP.</param>
    /// <returns>The SOP with the parts of its messages.</returns>
    public static SopModel FillTemplates(SopModel sop) => sop with
    {
        Remarks = sop.Remarks.Templates.Count == 0 ? sop.Remarks : WithTemplates(sop.Remarks, sop.TemplateParameters, sop),
        Steps = sop.Steps.Any(step => step.Remarks.Templates.Count > 0)
            ? sop.Steps.Select(step => step with { Remarks = WithTemplates(step.Remarks, step.Method.Parameters, sop) }).ToEquatableArray()
            : sop.Steps,
    };

    private static RemarksModel WithTemplates(RemarksModel remarks, EquatableArray<ParameterModel> parameters, SopModel sop) => remarks.Templates.Count == 0
        ? remarks
        : remarks with
        {
            Templates = remarks.Templates.Select(template => template with { Parts = Parts(template.Text, parameters, sop) }).ToEquatableArray(),
        };

    /// <summary>Splits the text of a message into text and blanks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameters">What its blanks can name.</param>
    /// <param name="sop">The SOP.</param>
    /// <returns>The parts, in order.</returns>
    public static EquatableArray<PromptPart> Parts(string text, EquatableArray<ParameterModel> parameters, SopModel sop) => Cut(text, parameters, sop).ToEquatableArray();

    private static SopModel WithPrompts(SopModel sop, Func<PromptModel, string?> textOf)
    {
        if (!sop.Steps.Any(step => step.Prompt is { } prompt && textOf(prompt) is not null))
        {
            return sop;
        }

        return sop with
        {
            Steps = sop.Steps.Select(step => step.Prompt is { } prompt && textOf(prompt) is { } text
                ? step with { Prompt = prompt with { Text = text, IsKnown = true, Parts = Cut(text, step.Method.Parameters, sop).ToEquatableArray() } }
                : step).ToEquatableArray(),
        };
    }

    private static List<PromptPart> Cut(string text, EquatableArray<ParameterModel> parameters, SopModel sop)
    {
        List<PromptPart> parts = [];
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isDoubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is '{' or '}' && isDoubled)
            {
                literal.Append(text[i++]);
            }
            else if (text[i] == '{' && text.IndexOf('}', i) is var end and > 0)
            {
                Flush();
                parts.Add(Placeholder(text.Substring(i + 1, end - i - 1), parameters, sop));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        Flush();
        return parts;

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new(PromptPartKind.Text, literal.ToString()));
                literal.Clear();
            }
        }
    }

    private static PromptPart Placeholder(string path, EquatableArray<ParameterModel> parameters, SopModel sop)
    {
        var unknown = new PromptPart(PromptPartKind.Unknown, "{" + path + "}", path.Trim());
        var names = path.Trim().Split('.');
        if (parameters.FirstOrDefault(candidate => candidate.Name == names[0]) is not { Role: ParameterRole.Value } parameter)
        {
            return unknown;
        }

        var type = parameter.Type;
        var expression = new StringBuilder(Identifier(names[0]));
        foreach (var name in names.Skip(1))
        {
            expression.Append(type.IsNullable || type.IsOblivious ? "?." : ".").Append(Identifier(name));
            if (DataOf(sop, type)?.Properties.FirstOrDefault(candidate => candidate.Name == name) is not { } property)
            {
                return unknown;
            }

            type = property.Type;
        }

        return DataOf(sop, type) is not { } data ? unknown
            : data.IsScalar ? new(PromptPartKind.Scalar, expression.ToString(), path.Trim())
            : new(PromptPartKind.Json, expression.ToString(), path.Trim(), data.Type);
    }

    private static DataModel? DataOf(SopModel sop, TypeUse type) => sop.Data.FirstOrDefault(candidate => candidate.Type.Key == type.Key);

    private static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
