using SopAsCode;

namespace Real.Runbook;

[Title("On-call engineer")] public class OnCall : Role;
[Title("Platform lead")] public sealed class PlatformLead : OnCall;

[Link("Console", "https://cluster.example.com"), Touches(Impact.Customers)] public sealed class Cluster : Tool;
[Title("Cloud provider"), Link("Console", "https://cloud.example.com"), Touches(Impact.Customers | Impact.Money)] public sealed class Cloud : Tool;

public sealed record Alert([property: Key] string Id, string Cluster);
public sealed record Health(bool UpgradeRunning, bool ConfigChange, int MembersDown);
public sealed record NodeBack(string Node);

[Sop("Answer a store member that is down"), Owner<PlatformLead>, Backup<ProcessLead>]
[Purpose("The store keeps its majority", Output = "All members are up")]
[Responsible<ProcessLead>(Duty.Builder), Responsible<Auditor>(Duty.Reviewer), Responsible<ProcessLead>(Duty.Documentation), ValueStream<Operations>(Part = "Alerts")]
[Trigger("The alert MembersDown fires")]
[OutOfScope("A cluster that was never up")]
[Metric(Measure.Outcome, Name = "Alert until all members are up", Baseline = 60, Target = 20, Unit = "minutes")]
[Metric(Measure.Escalations, Baseline = 3, Target = 1, Unit = "a month")]
[Review(Cadence.Quarterly, Last = "2026-11-20")]
[OfficeHours(OfficeHours.Always)]
[Fallback("Call the support of the vendor", SwitchWhen = "You can't log in to the cluster")]
[Note("With *n* members, `(n/2)+1` must agree: of 3, one may be down. More, and the cluster can't be recovered")]
[Change("1.0.0", "2026-11-20", "First version")]
public sealed partial class AnswerMemberDown : Sop<Alert>
{
    [HumanStep<OnCall>("Diagnose")]
    [Instructions("""
        Nodes:

        ```
        oc get nodes -l node-role.kubernetes.io/master=
        ```

        Is an upgrade running?

        ```
        oc get upgrade -n upgrade-operator
        ```

        Annotations:

        ```
        oc get nodes -o template --template='{{range .items}}{{.metadata.name}}{{"\n"}}{{end}}'
        ```

        Store:

        ```
        oc rsh -c etcdctl $(oc get pod -l app=etcd -oname | awk -F"/" 'NR==1{ print $2 }')
        etcdctl endpoint health -w table
        ```
        """)]
    [Reads<Cluster>, Due(Minutes = 15)]
    [Next(nameof(CallLead), When = nameof(MajorityLost)), Next(nameof(WaitForUpgrade), When = nameof(IsExpected)), Next(nameof(CheckCloud))]
    public partial Task<Health> Diagnose(Alert alert);

    [WaitFor("Wait until the node is back"), Due(Minutes = 30), OnTimeout(nameof(CheckCloud))]
    [Next(End.Completed)]
    public partial Task<NodeBack> WaitForUpgrade(Alert alert);

    [HumanStep<OnCall>("Check that the machines run, and reboot what was retired")]
    [Reads<Cloud>, Writes<Cloud>(Impact.Customers), Due(Minutes = 30)]
    [Next(nameof(Diagnose), AtMost = 2, Then = nameof(CallLead))]
    public partial Task CheckCloud(Alert alert);

    [HumanStep<PlatformLead>("Recover from the backup")]
    [Link("How to restore", "https://cluster.example.com/docs/restore")]
    [Due(Hours = 2), Next(End.Escalated)]
    public partial Task CallLead(Alert alert);

    [Condition("More than one member is down")] private static bool MajorityLost(Health health) => health.MembersDown > 1;
    [Condition("An upgrade or a change of configuration is running")] private static bool IsExpected(Health health) => health.UpgradeRunning || health.ConfigChange;
}
