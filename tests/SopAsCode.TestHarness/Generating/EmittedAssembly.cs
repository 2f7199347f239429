using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SopAsCode.TestHarness;

/// <summary>A compilation made into a living assembly, so that a test can run what was generated. Unloads when disposed.</summary>
public sealed class EmittedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new("emitted", isCollectible: true);

    private EmittedAssembly(ImmutableArray<byte> image) => Assembly = _context.LoadFromStream(new MemoryStream([.. image]));

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>Generates, compiles and loads a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="tooling">What generates; the product when null.</param>
    /// <returns>The loaded assembly.</returns>
    public static EmittedAssembly Of(SopProject project, Tooling? tooling = null) => Of(GeneratorRun.Of(project, tooling).Output);

    /// <summary>Compiles and loads.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The loaded assembly.</returns>
    public static EmittedAssembly Of(CSharpCompilation compilation) => new(ImageOf(compilation));

    /// <summary>Compiles.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The bytes of the assembly.</returns>
    public static ImmutableArray<byte> ImageOf(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, "It does not compile:\n" + string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        return [.. image.ToArray()];
    }

    /// <summary>A type by its full name.</summary>
    /// <param name="fullName">The name: <c>Team.AnswerTicket</c>.</param>
    /// <returns>The type.</returns>
    public Type TypeOf(string fullName) => Assembly.GetType(fullName, throwOnError: true)!;

    /// <summary>The value of a static or constant member.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="type">The type that has it.</param>
    /// <param name="member">Its name.</param>
    /// <returns>The value.</returns>
    public T Get<T>(string type, string member)
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var value = TypeOf(type).GetProperty(member, Static)?.GetValue(null) ?? TypeOf(type).GetField(member, Static)?.GetValue(null);
        return value is T typed ? typed : throw new MissingMemberException(type, member);
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Unload();
}
