using Microsoft.CodeAnalysis;
using SopAsCode.Model;

namespace SopAsCode.Analyzers;

/// <summary>SOP0210: whoever built the SOP also granted what it may do. A team of one can't help it, and says so.</summary>
internal static class GrantBuilderRule
{
    public static IEnumerable<Diagnostic> Check(WrittenGrant grant)
    {
        var sop = grant.Sop;
        if (grant.By is { } by && !sop.House.IsOnePerson && sop.Duties.Any(duty => duty.Duty == Duty.Builder && duty.Role.Type == SopSymbols.FullName(by.Role)))
        {
            yield return grant.Finding(
                PermissionsRules.GrantBuilder,
                by.Where,
                $"is granted by '{by.Role.Name}', who also builds '{sop.Class.Name}': let another role grant it, so that two people look at what it may do");
        }
    }
}
