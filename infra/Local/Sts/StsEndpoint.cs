using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Policies;

namespace Shares.Local.Sts;

/// <summary>STS: AssumeRole and GetCallerIdentity, as a form or in the query.</summary>
public sealed class StsEndpoint(AssumeRole assumeRole)
{
    public async Task HandleAsync(HttpContext http, Caller caller)
    {
        if (await QueryForm.ReadAsync(http) is not { } form)
        {
            await StsXml.WriteErrorAsync(http, StsError.Validation("The request is too large or says a parameter twice."));
            return;
        }

        var error = form.GetValueOrDefault("Action") switch
        {
            "AssumeRole" => await assumeRole.RunAsync(http, caller, form),
            "GetCallerIdentity" => await GetCallerIdentityAsync(http, caller),
            _ => new StsError(400, "InvalidAction", "Could not find operation for the given action and version."),
        };
        if (error is not null) await StsXml.WriteErrorAsync(http, error);
    }

    /// <summary>Needs no permission.</summary>
    private static async Task<StsError?> GetCallerIdentityAsync(HttpContext http, Caller caller)
    {
        await StsXml.WriteAsync(http, "GetCallerIdentity",
            StsXml.Element("Arn", caller.Principal.Arn),
            StsXml.Element("UserId", caller.Principal.UserId),
            StsXml.Element("Account", LocalAccount.Id));
        return null;
    }
}
