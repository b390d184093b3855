using Shares.Api.GetEgressLimit;
using Shares.Api.ListEgress;
using Shares.Api.SetEgressLimit;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class EgressOperations
{
    public const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public static readonly OperationGroup Group = new("Egress", "What downloads take and cost, and what they may take; for who pays for them, the publisher.",
    [
        new("GET /projects/{project}/egress", "listEgress", "What the project's shares sent, and what that costs it")
        {
            Description = $"Summed up by what is asked for. With `Accept: text/csv` it is a file, of the groups alone. At most {EgressQuery.MostDays} days and {EgressSummary.MostGroups} groups. Of what a project receives the publisher alone is told.",
            Query =
            [
                new("from", "The first day, of UTC; when left out, that of the month of `to`.", Shape.Matching(Date)),
                new("to", "The last day, which counts as well; today when left out.", Shape.Matching(Date)),
                new("groupBy", "What each group has one value of.", Shape.SomeOf(EgressQuery.Names).Or("\"share\"")),
            ],
            Answer = typeof(EgressAnswer),
            Traits = Traits.Csv,
        },
        new("GET /projects/{project}/shares/{share}/egress-limit", "getEgressLimit", "What a share's downloads may take in a month, and have taken so far")
        {
            Answer = typeof(EgressLimitStateAnswer),
            Traits = Traits.Versioned,
        },
        new("PUT /projects/{project}/shares/{share}/egress-limit", "setEgressLimit", "Sets, changes or removes a share's limit, or lifts a suspension for this month")
        {
            Description = "Suspended downloads go on when the limit given is not reached, or when there is none. With `liftReason` downloads go on for the rest of the month whatever they take, also before the limit is reached. A new limit holds also when the one before was lifted.",
            Request = typeof(SetEgressLimitRequest),
            Example = """{"monthlyBytes": 500000000000, "monthlyCost": 40.00, "action": "SUSPEND_DOWNLOADS"}""",
            Answer = typeof(EgressLimitStateAnswer),
            Traits = Traits.Versioned | Traits.Conditional,
        },
    ]);
}
