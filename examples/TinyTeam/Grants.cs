using SopAsCode;
using TinyTeam.Billing;
using TinyTeam.Content;
using TinyTeam.House;
using TinyTeam.Onboarding;
using TinyTeam.Operations;
using TinyTeam.Payroll;
using TinyTeam.Releases;
using TinyTeam.Sales;
using TinyTeam.Support;

[assembly: Grant<SupportTriage, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10",
    Because = "Replies leave only after review, macros only inside their limit")]

[assembly: Grant<ContentProduction, Website>(Impact.PublicPages, By = typeof(Founder), On = "2026-09-04", Until = "2027-09-04",
    Because = "Articles only, and only after the founder approved them")]
[assembly: Grant<ContentProduction, PromotionPlanner>(Impact.PublicPages | Impact.Customers, By = typeof(Founder), On = "2026-09-04", Until = "2027-09-04",
    Because = "Posts and blurb are approved together with their article")]

[assembly: Grant<LeadNurture, Mailer>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10",
    Because = "Three mails to one lead at most, each read by the sales lead")]
[assembly: Grant<CrmCleanUp, Crm>(Impact.Customers, By = typeof(Founder), On = "2026-08-31", Until = "2027-08-31",
    Because = "Line by line after review, with a backup from the same day")]

[assembly: Grant<InvoiceFollowUp, Mailer>(Impact.Customers, By = typeof(Founder), On = "2026-09-25", Until = "2027-09-25",
    Because = "Reminders leave only after approval and a second look at the account")]
[assembly: Grant<RefundCustomer, PaymentService>(Impact.Money, By = typeof(Founder), On = "2026-09-18", Until = "2027-03-18",
    Because = "No refund without a person's yes; above 100 EUR the founder's. Looked at again after half a year")]
[assembly: Grant<RefundCustomer, Helpdesk>(Impact.Customers, By = typeof(Founder), On = "2026-09-18", Until = "2027-09-18",
    Because = "Messages leave only after review")]

[assembly: Grant<InventoryExceptions, Shop>(Impact.Inventory, By = typeof(Founder), On = "2026-09-18", Until = "2027-09-18",
    Because = "Quantities change only after approval")]
[assembly: Grant<InventoryExceptions, Mailer>(Impact.Money, By = typeof(Founder), On = "2026-09-18", Until = "2027-09-18",
    Because = "An order binds us: approved by operations, above 2,000 EUR by the founder too")]

[assembly: Grant<CustomerOnboarding, Mailer>(Impact.Customers, By = typeof(Founder), On = "2026-09-10", Until = "2027-09-10",
    Because = "One welcome mail for each new customer, read by customer success")]

[assembly: Grant<PaySalary, BankAccount>(Impact.Money, By = typeof(Founder), On = "2026-10-12", Until = "2027-10-12",
    Because = "Only what stands in a list that the founder approved, once each")]
[assembly: Grant<PaySalary, PayrollProgram>(Impact.Employees, By = typeof(Founder), On = "2026-10-12", Until = "2027-10-12",
    Because = "Shows each person their own payslip, and changes nothing")]

[assembly: Grant<ShopRelease, Hosting>(Impact.Customers, By = typeof(Founder), On = "2026-10-19", Until = "2027-10-19",
    Because = "A version goes live after somebody tried it and the lead developer said go")]
