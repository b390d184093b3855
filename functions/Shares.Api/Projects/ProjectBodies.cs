using Shares.Core;
using Shares.Core.Projects;

namespace Shares.Api.Projects;

internal sealed record ContactBody(string? Name, string? Organization, string? Email, string? Phone);

/// <summary>Where a project runs; all of them run in the account of this deployment.</summary>
internal sealed record AccountBody(string AccountType, string AccountId);

/// <summary>Missing members of a request keep what is there, so that clients that do not know ours change nothing by that.</summary>
internal sealed record SettingsBody(decimal? BudgetAmount, string? BudgetPeriod, bool? IsDiscoverable, bool? IsShareable)
{
    public static SettingsBody From(ProjectSettings settings) => new(
        settings.BudgetAmount, ContractName.Of(settings.BudgetPeriod), settings.IsDiscoverable, settings.IsShareable);
}
