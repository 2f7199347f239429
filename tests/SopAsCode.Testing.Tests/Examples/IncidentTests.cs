using TinyTeam;
using TinyTeam.House;
using TinyTeam.Incidents;

namespace SopAsCode.Testing.Tests.Examples;

/// <summary>An incident: times that depend on how bad it is, and tasks beside the steps.</summary>
public class IncidentTests
{
    [Fact]
    public async Task A_cause_that_is_not_found_in_time_calls_more_people()
    {
        await using var scenario = Scenario.Of<TinyTeamSops>().StartingAt(new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero));
        var incident = await scenario.Start<MajorIncident>(new Incident("INC-7", "Nobody can pay"));
        await incident.The<IncidentCommander>().Completes(new Assessment(Severity.Sev1, "Everybody"));
        await scenario.Advance(TimeSpan.FromMinutes(14));
        incident.StandsIn(nameof(MajorIncident.FindCause));
        await scenario.Advance(TimeSpan.FromMinutes(1));
        incident.WaitsFor<IncidentCommander>(nameof(MajorIncident.CallForHelp));
    }

    [Fact]
    public async Task Nobody_stands_down_before_log_and_customers_are_done()
    {
        await using var scenario = Scenario.Of<TinyTeamSops>();
        var incident = await scenario.Start<MajorIncident>(new Incident("INC-7", "Nobody can pay"));
        await incident.The<IncidentCommander>().Completes(new Assessment(Severity.Sev2, "Some"));
        await incident.The<Developer>().Completes(new Diagnosis("The release", "Roll it back", "None"));
        await incident.The<IncidentCommander>().Completes(new Decision("Roll it back"));
        await incident.The<Developer>().Completes();
        await incident.The<IncidentCommander>().Completes(new Recovery(IsBack: true));
        Assert.Contains("Keep the log", (await scenario.Refuses(() => incident.The<IncidentCommander>().Completes())).Message, StringComparison.Ordinal);

        await incident.The<Scribe>().Ticks();
        await incident.The<CustomerLiaison>().Ticks();
        await incident.The<IncidentCommander>().Completes();
        incident.WaitsFor<Developer>(nameof(MajorIncident.WritePostMortem));
    }
}
