using SopAsCode.Model.Findings;
using SopAsCode.Model.Shape;

namespace SopAsCode.Analyzers;

/// <summary>The rule about names, including two SOPs with the same id.</summary>
internal sealed class SharedIdRule() : ShapeWords(new NamesRule())
{
    internal override IEnumerable<Finding> CheckType(TypeContext type) => type.Sop is { } sop ? type.Ids.Check(sop, type.Cancel) : [];
}
