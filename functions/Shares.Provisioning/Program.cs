using Shares.Provisioning;

await ProvisioningFunction.RunAsync();
