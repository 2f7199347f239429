using Minimal;
using SopAsCode.Runtime;

var machine = PayInvoice.CreateSopMachine();
var run = new SopRun(PayInvoice.Definition, "invoice-17");
run.Values.Set(new Invoice("17"));

while (machine.Start(run).Moved)
{
    Console.Write($"{run.State} -> ");
    machine.Fire(run, SopTrigger.Complete);
}

Console.WriteLine(run.State);
Console.WriteLine($"Its page: docs/sops/{PayInvoice.Definition.Id}.md");
