using Microsoft.AspNetCore.Http;
using Shares.Core.Egress.Costs;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Api.GetEgressReport;

/// <summary>Of which month, and how, a report is asked for.</summary>
internal sealed record ReportQuery(BillingPeriod Period, ReportFormat Format)
{
    public static Result<ReportQuery> Read(IQueryCollection query)
    {
        var errors = new FieldErrors();
        if (!BillingPeriod.TryParse(query["period"].ToString(), out var period)) errors.Add("period", "must be a month (2030-01)");
        var format = query["format"].ToString() switch { "" or "json" => ReportFormat.Json, "csv" => ReportFormat.Csv, "focus" => ReportFormat.Focus, _ => (ReportFormat?)null };
        if (format is null) errors.Add("format", "must be one of json, csv, focus");
        return errors.Failure is { } failure ? failure : new ReportQuery(period, format!.Value);
    }
}

internal enum ReportFormat
{
    /// <summary>For programs, in pages.</summary>
    Json,

    /// <summary>For people.</summary>
    Csv,

    /// <summary>For programs of finance.</summary>
    Focus,
}
