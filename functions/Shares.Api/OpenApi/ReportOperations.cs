using Shares.Api.ListEgressPeriods;
using Shares.Core.Egress.Reports;
using Shares.Core.Failures;
using Shares.Web.OpenApi;

namespace Shares.Api.OpenApi;

internal static class ReportOperations
{
    public static readonly OperationGroup Group = new("Reports", "What downloads of all publishers cost, for finance.",
    [
        new("GET /reports/egress", "getEgressReport", "What was downloaded in a month, and what it cost whom")
        {
            Description = "`json`: in pages, a line for each day, share, dataset, subscriber, person, zone and route; a report that is made anew meanwhile ends the paging with BAD_PAGE_TOKEN. "
                + "`csv`: a table for people. `focus`: FOCUS 1.2, the FinOps Open Cost and Usage Specification, as comma-separated values. A file of more than 5 MB is fetched from the address of the redirect.",
            Query =
            [
                new("period", "The month.", Shape.Matching("^[0-9]{4}-(0[1-9]|1[0-2])$"), IsRequired: true),
                new("format", "How.", Shape.OneOf("json", "csv", "focus").Or("\"json\"")),
            ],
            Answer = typeof(ReportLine),
            Traits = Traits.Paged | Traits.Csv | Traits.Redirects,
            Fails = [ErrorCode.NotFound],
        },
        new("GET /reports/egress/periods", "listEgressPeriods", "The months that there are reports of, latest first")
        {
            Answer = typeof(EgressPeriodAnswer),
            Traits = Traits.Paged,
        },
    ]);
}
