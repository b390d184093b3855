using Shares.Core.Access;

namespace Shares.Web.Gate;

/// <summary>The role with which programs of finance read the reports of all publishers. A function without such routes needs none.</summary>
/// <param name="Role">Null: none does, only people of the group <c>finance</c>.</param>
public sealed record FinanceRole(RoleArn? Role)
{
    public static readonly FinanceRole None = new((RoleArn?)null);

    /// <param name="arn">Null or empty for none.</param>
    /// <exception cref="InvalidOperationException">It is not the ARN of a role; the function cannot start.</exception>
    public static FinanceRole Of(string? arn)
    {
        if (string.IsNullOrEmpty(arn)) return None;
        return RoleArn.TryParse(arn, out var role) ? new(role) : throw new InvalidOperationException("FINANCE_ROLE_ARN is not the ARN of a role.");
    }
}
