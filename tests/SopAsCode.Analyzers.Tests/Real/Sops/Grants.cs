using SopAsCode;

[assembly: Grant<Real.Refunds.RefundCustomer, Real.Refunds.Payments>(Impact.Money, By = typeof(Real.Refunds.Head), On = "2026-10-01", Until = "2027-10-01", Because = "Refunds by policy")]
[assembly: Grant<Real.Refunds.RefundCustomer, Real.Refunds.Orders>(Impact.Money, By = typeof(Real.Refunds.Head), On = "2026-10-01", Until = "2027-10-01", Because = "The order says what was refunded")]
[assembly: Grant<Real.Thresholds.Refund, Real.Refunds.Payments>(Impact.Money, By = typeof(Real.Refunds.Head), On = "2026-10-01", Until = "2027-10-01", Because = "Leaves only after approval")]
