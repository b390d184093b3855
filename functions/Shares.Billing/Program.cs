using Shares.Billing;

await BillingFunction.RunAsync();
