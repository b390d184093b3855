using Shares.Api.Sharing;
using Shares.Core;
using Shares.Core.Egress.Limits;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.SetEgressLimit;

/// <summary>A share's limit from now on, whole: without bounds and action there is none any more.</summary>
/// <param name="MonthlyBytes">As in a share's <c>egressLimit</c>; so are the next two.</param>
/// <param name="LiftReason">
/// Why downloads go on for the rest of this month whatever they take, suspended or not yet. The log keeps it. Missing: suspended ones go on only if
/// the limit given is not reached.
/// </param>
internal sealed record SetEgressLimitRequest(long? MonthlyBytes, decimal? MonthlyCost, string? Action, string? LiftReason)
{
    public static readonly TextRule Reason = new(1, 500);

    public Result<LimitEdit> Validate()
    {
        var errors = new FieldErrors();
        var limit = (MonthlyBytes, MonthlyCost, Action) is (null, null, null) ? null : new EgressLimitBody(MonthlyBytes, MonthlyCost, Action).Read("", errors);
        var reason = LiftReason is null ? null : errors.Text("liftReason", LiftReason, Reason);
        return errors.Failure is { } failure ? failure : new LimitEdit(limit, reason);
    }
}

/// <param name="Limit">Null: none.</param>
/// <param name="LiftReason">Null: nothing is lifted.</param>
internal sealed record LimitEdit(EgressLimit? Limit, string? LiftReason);
