using SopAsCode;
using TinyTeam.House;

namespace TinyTeam.Ideas;

/// <summary>Thought of, not built: nobody should type receipts.</summary>
[Sop("Sort receipts for the tax adviser", Stage = Stage.Idea)]
[Owner<Bookkeeper>]
[ValueStream<BillingAndRenewals>]
[Assessment(Repeatability = 5, Risk = 2, DataReadiness = 3, Judgement = 1, MinutesSaved = 60)]
[Note("Every Friday an hour of typing: date, amount, kind of cost")]
[Note("Half of the receipts are photos; the scanner of the tax adviser's own tool may do")]
public sealed partial class SortReceipts : Sop;
