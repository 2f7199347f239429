using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Language;
using SopAsCode.Model.Shape;

namespace SopAsCode.Generators;

/// <summary>
/// Replaces everything that is generated when an SOP has an error of shape. The editor then shows only that error, and no others at every place
/// where the SOP is used.
/// </summary>
internal static class PlaceholderFile
{
    public const string Name = StepsFile.Name;

    /// <summary>The name of this kind of file.</summary>
    public const string Title = "Placeholder";

    /// <summary>Members that throw; null when nothing can be added to the class.</summary>
    public static string? Write(SopModel sop, string rule)
    {
        // Where the class can't have a part, one is written only if steps without a body would be told in place of that.
        if (!sop.Class.CanBeOpened || ((sop.Class.Shape & (ClassShape.NotPartial | ClassShape.OuterNotPartial)) != ClassShape.Fine && !sop.Steps.Any(step => step.Method.NeedsBody)))
        {
            return null;
        }

        var error = $"throw new global::System.InvalidOperationException({CSharp.Literal($"SOP '{sop.Class.Name}' can't run: it breaks rule {rule}. Its build says where, and what to do.")});";
        return SopFile.Write(sop, "Placeholders for the generated members", writer =>
        {
            var isFirst = true;
            foreach (var (declaration, body) in Bodies(sop, error).Concat(Members(sop, rule, error)))
            {
                StepsFile.Separate(writer, ref isFirst);
                writer.Write(declaration).Indent(() => writer.Write(body));
            }
        }, before: sop.Class.Shape.HasFlag(ClassShape.DerivedFromSop) ? writer => writer.Write("#pragma warning disable CS0108 // what hides the members of the other SOP is told by the rule").Blank() : null);
    }

    private static IEnumerable<(string Declaration, string Body)> Bodies(SopModel sop, string error) => sop.Steps
        .Where(step => step.Method.NeedsBody)
        .Select(step => StepsFile.Signature(step.Method, step.Name))
        .Distinct(StringComparer.Ordinal)
        .Select(signature => (signature, $"=> {error}"));

    // A member of the class with such a name is left alone; a rule reports it.
    private static IEnumerable<(string Declaration, string Body)> Members(SopModel sop, string rule, string error)
    {
        HashSet<string> taken = new(sop.Steps.Select(step => step.Name).Concat(sop.Questions.Select(condition => condition.Name)).Concat(sop.Class.OtherMembers), StringComparer.Ordinal)
        {
            sop.Class.Name,
        };
        if (NamesRule.HidesType(sop))
        {
            taken.UnionWith(ReservedNames.Types);
        }

        var states = string.Join(", ", sop.Steps.Select(step => step.Name).Concat(ReservedNames.States).Distinct(StringComparer.Ordinal).Select(CSharp.Identifier));
        (string Name, string Declaration, string Body)[] members =
        [
            ("Definition", "public static global::SopAsCode.Definitions.SopDefinition Definition", $"=> {error}"),
            ("Dispatcher", "public static global::SopAsCode.Runtime.SopDispatcher Dispatcher", $"=> {error}"),
            ("Markdown", "public const string Markdown", "= \"\";"),
            ("CreateSopMachine", "public static global::SopAsCode.Runtime.SopMachine CreateSopMachine()", $"=> {error}"),
            ("State", "public enum State", $"{{ {states} }}"),
            ("Trigger", "public enum Trigger", $"{{ {string.Join(", ", Enum.GetNames(typeof(SopTrigger)))} }}"),
            ("CreateMachine", "public static global::Stateless.StateMachine<State, Trigger> CreateMachine(global::SopAsCode.Runtime.RunCursor<State> run)", $"=> {error}"),
        ];
        return members
            .Where(member => !taken.Contains(member.Name) && !(member.Name == "CreateMachine" && (taken.Contains("State") || taken.Contains("Trigger"))))
            .Select(member => ($"/// <summary>A placeholder: the SOP breaks rule {rule}.</summary>\n{member.Declaration}", member.Body));
    }
}
