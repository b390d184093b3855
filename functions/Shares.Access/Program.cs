using Shares.Access;

await AccessFunction.RunAsync(args);
