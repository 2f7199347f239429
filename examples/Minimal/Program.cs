using Minimal;
using SopAsCode;

var machine = PayInvoice.CreateSopMachine();
var run = new SopRun("invoice-17");
run.Values.Set(new Invoice("17"));

Console.Write(PayInvoice.Definition.States[run.State]);
while (machine.Fire(run, SopTrigger.Complete).Moved)
{
    Console.Write($" -> {PayInvoice.Definition.States[run.State]}");
}

Console.WriteLine($"\nIts page: docs/sops/{PayInvoice.Definition.Id}.md");
