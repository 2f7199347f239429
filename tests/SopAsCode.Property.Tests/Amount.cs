using System.Globalization;

namespace SopAsCode.Property.Tests;

/// <summary>How much is tried: a sample in each build, more when somebody asks for a long run.</summary>
internal static class Amount
{
    /// <summary>Random procedures: <c>SOPASCODE_PROPERTY_SOPS</c>.</summary>
    public static int Procedures => Of("SOPASCODE_PROPERTY_SOPS", 25);

    /// <summary>Random procedures that runs on a host go through: <c>SOPASCODE_PROPERTY_RUNS</c>.</summary>
    public static int Runs => Of("SOPASCODE_PROPERTY_RUNS", 8);

    /// <summary>Mutations of sources: <c>SOPASCODE_PROPERTY_MUTATIONS</c>.</summary>
    public static int Mutations => Of("SOPASCODE_PROPERTY_MUTATIONS", 25);

    /// <summary>Where chance begins, so that a failure can be played again: <c>SOPASCODE_PROPERTY_SEED</c>.</summary>
    public static int Seed => Of("SOPASCODE_PROPERTY_SEED", 20261102);

    private static int Of(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : usual;
}
