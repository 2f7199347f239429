using SopAsCode;
using TinyTeam.House;
using TinyTeam.Support;

[assembly: Grant<SupportTriage, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10",
    Because = "Replies leave only after review, macros only inside their limit")]
