using Shares.Api;

await ApiFunction.RunAsync(args);
