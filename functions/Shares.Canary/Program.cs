using Shares.Canary;

await CanaryFunction.RunAsync();
