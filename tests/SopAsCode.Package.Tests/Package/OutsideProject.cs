using SopAsCode.Package.Tests.Tooling;

namespace SopAsCode.Package.Tests.Package;

/// <summary>A project of somebody who has the package and nothing else of this repository.</summary>
public sealed class OutsideProject : IDisposable
{
    private readonly LocalFeed _feed;

    private readonly string _name;

    public OutsideProject(LocalFeed feed, string framework = "<TargetFramework>net10.0</TargetFramework>", string name = "Shop")
    {
        _feed = feed;
        _name = name;
        Folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{feed.Path}" /></packageSources>
            </configuration>
            """);

        // Whatever lies above the temporary folder has no say.
        Folder.Write("Directory.Build.props", "<Project />");
        Folder.Write("Directory.Build.targets", "<Project />");
        Folder.Write("Directory.Packages.props", "<Project />");
        Folder.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                {framework}
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <DefaultItemExcludes>$(DefaultItemExcludes);User/**</DefaultItemExcludes>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SopAsCode" Version="{Built.Version}" />
                <AdditionalFiles Include="**/*.md" />
              </ItemGroup>
              <Target Name="SayInputs" AfterTargets="CoreCompile">
                <Message Importance="high" Text="Inputs: @(Compile);@(AdditionalFiles)" />
              </Target>
            </Project>
            """);
        Folder.Write("Vocabulary.cs", """
            using SopAsCode;

            public sealed class Support : Role;
            public sealed class SupportLead : Role;
            public sealed record RefundRequest(string Order);
            public sealed record Refund(string Payment, int Cents, string Currency);
            """);
        Folder.Write("RefundCustomer.cs", """
            using SopAsCode;

            [Sop("Refund a customer")]
            [Owner<SupportLead>]
            public sealed partial class RefundCustomer : Sop<RefundRequest>
            {
                [HumanStep<Support>("Find the payment")]
                public partial Task<Refund> FindPayment(RefundRequest request);

                [Checkpoint<SupportLead>("Approve the refund")]
                public partial Task<Refund> ApproveRefund(Refund refund);

                [HumanStep<Support>("Pay the money back")]
                public partial Task PayBack(Refund refund);
            }
            """);
        Folder.Write("Program.cs", """
            using SopAsCode;
            using SopAsCode.Runtime;

            var run = new SopRun(RefundCustomer.Definition, "refund-1");
            var machine = RefundCustomer.CreateSopMachine();
            foreach (var trigger in new[] { SopTrigger.Complete, SopTrigger.Approve, SopTrigger.Complete })
            {
                machine.Start(run);
                var move = machine.Fire(run, trigger);
                Console.WriteLine($"{move.From} -> {move.To}");
            }

            var cursor = new RunCursor<RefundCustomer.State>(new SopRun(RefundCustomer.Definition, "refund-2"));
            Stateless.StateMachine<RefundCustomer.State, RefundCustomer.Trigger> own = RefundCustomer.CreateMachine(cursor);
            own.Fire(RefundCustomer.Trigger.Start);
            own.Fire(RefundCustomer.Trigger.Complete);
            Console.WriteLine(own.State);
            """);
    }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Adds a program in a folder of its own that has the project, or its package, and does not name ours.</summary>
    /// <param name="reference">How it has it.</param>
    public void AddUser(string reference)
    {
        Folder.Write("User/User.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {reference}
              </ItemGroup>
            </Project>
            """);
        Folder.Write("User/Program.cs", "Console.WriteLine(RefundCustomer.CreateSopMachine().Definition.Title);");
    }

    /// <summary>Makes a package of the project.</summary>
    /// <param name="output">The folder of the package.</param>
    public CommandResult Pack(string output) => Dotnet.Build(Folder.Path, _feed.Packages, "pack", "Shop.csproj", "-o", output);

    /// <summary>Builds, and shows what the task says.</summary>
    public CommandResult Build(params string[] more) => Dotnet.Build(Folder.Path, _feed.Packages, ["build", "-v:n", .. more]);

    /// <summary>Builds what is restored, on a machine that speaks another language.</summary>
    public CommandResult RebuildUnder(IReadOnlyDictionary<string, string> environment, params string[] more) =>
        Dotnet.BuildUnder(environment, Folder.Path, _feed.Packages, ["build", "-v:n", "--no-restore", .. more]);

    /// <summary>Builds what is restored.</summary>
    public CommandResult Rebuild(params string[] more) => Build(["--no-restore", .. more]);

    public CommandResult Restore() => Dotnet.Build(Folder.Path, _feed.Packages, "restore");

    public CommandResult Clean() => Dotnet.Build(Folder.Path, _feed.Packages, "clean");

    public CommandResult Run() => Dotnet.Run(Folder.Path, _feed.Packages, $"bin/Debug/net10.0/{_name}.dll");

    public void Dispose() => Folder.Dispose();
}
