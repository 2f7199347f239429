using Microsoft.CodeAnalysis;

namespace SopAsCode.TestHarness;

/// <summary>The compiler's own errors: none, unless a test says that its source is broken.</summary>
internal static class CompilerErrors
{
    public static IEnumerable<Diagnostic> Of(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public static void Assert(Compilation output, SopProject project)
    {
        var errors = Of(output).ToList();
        if (project.IsBroken)
        {
            Xunit.Assert.True(errors.Count > 0, "The test says that its source is broken, but it compiles.");
        }
        else
        {
            Xunit.Assert.True(errors.Count == 0, "The source of the test does not compile:\n" + string.Join('\n', errors));
        }
    }
}
