using Microsoft.Extensions.Configuration;

namespace Shares.Api;

/// <summary>What the template tells the function.</summary>
/// <param name="AccountId">The AWS account of this deployment, 12 digits.</param>
public sealed record ApiSettings(string TableName, string AccountId)
{
    /// <exception cref="InvalidOperationException">A variable is not set; the function cannot start.</exception>
    public static ApiSettings From(IConfiguration configuration) => new(
        Required(configuration, "TABLE_NAME"),
        Required(configuration, "SHARES_ACCOUNT_ID"));

    private static string Required(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The environment variable {name} is not set.");
}
