namespace SopAsCode.Package.Tests.Package;

/// <summary>A project that does not name the package, and has it through another project or package: it gets all of it.</summary>
[Collection(PackageCollection.Name)]
public sealed class ProjectsThatGetItThroughOthers(LocalFeed feed)
{
    private const string Unowned = """
        using SopAsCode;

        [Sop("Exchange goods")]
        public sealed partial class ExchangeGoods : Sop<RefundRequest>
        {
            [HumanStep<Support>("Send the other size")]
            public partial Task SendOther(RefundRequest request);
        }
        """;

    [Theory]
    [InlineData("<ProjectReference Include=\"../Shop.csproj\" />")]
    [InlineData("<PackageReference Include=\"Shop\" Version=\"1.0.0\" />")]
    public void It_gets_machine_rules_settings_and_pages_for_its_own_SOPs(string reference)
    {
        using var project = new OutsideProject(feed, "<TargetFramework>net10.0</TargetFramework><NoWarn>$(NoWarn);NU5104</NoWarn>");
        var folder = project.Folder;
        project.AddUser(reference);
        project.Pack(folder.PathOf("packed")).Succeeded();
        string[] build = ["User/User.csproj", $"-p:RestoreAdditionalProjectSources={folder.PathOf("packed")}"];

        // Whoever only uses SOPs sees nothing of it.
        var used = project.Build([.. build, "-warnaserror:SOP0101"]).Succeeded();
        Assert.Empty(used.Findings("warning SOP0101"));
        Assert.False(Directory.Exists(folder.PathOf("User/docs")));
        var pages = folder.Files("docs/sops");

        // The rules see an SOP of its own.
        folder.Write("User/ExchangeGoods.cs", Unowned);
        Assert.Contains("ExchangeGoods.cs(4,29): error SOP0101: ", project.Build(build).Failed().Output, StringComparison.Ordinal);

        // So do the settings, and the page goes into its own folder.
        folder.Write("User/User.csproj", folder.Read("User/User.csproj").Replace("</PropertyGroup>", "  <SopProfile>none</SopProfile>\n  </PropertyGroup>", StringComparison.Ordinal));
        project.Build(build).Succeeded();
        Assert.Equal(["exchange-goods.md"], folder.Files("User/docs/sops"));
        Assert.Equal(pages, folder.Files("docs/sops"));
    }
}
