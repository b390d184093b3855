using Shares.Access;
using Shares.Api;
using Shares.Billing;
using Shares.Canary;
using Shares.Egress;
using Shares.Provisioning;

// Lambda's variable for what is to be run of a program; deployed functions have a program each, and there it says bootstrap.
const string Handler = "_HANDLER";

await (Environment.GetEnvironmentVariable(Handler) switch
{
    "Shares.Access" => AccessFunction.RunAsync(args),
    "Shares.Api" => ApiFunction.RunAsync(args),
    "Shares.Billing" => BillingFunction.RunAsync(),
    "Shares.Canary" => CanaryFunction.RunAsync(),
    "Shares.Egress" => EgressFunction.RunAsync(),
    "Shares.Provisioning" => ProvisioningFunction.RunAsync(),
    var other => throw new InvalidOperationException($"{Handler} is {other ?? "not set"}, which is the name of no function."),
});
