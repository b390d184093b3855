using Shares.Egress;

await EgressFunction.RunAsync();
