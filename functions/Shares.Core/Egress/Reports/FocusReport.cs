using System.Globalization;
using System.Text.Json;
using Shares.Core.Egress.Costs;

namespace Shares.Core.Egress.Reports;

/// <summary>
/// The report for programs of finance: FOCUS 1.2, the FinOps Open Cost and Usage Specification (focus.finops.org), as comma-separated values.
/// Empty means null. Texts that a spreadsheet would run are changed as in all of our files, see <see cref="CsvText"/>.
/// </summary>
/// <param name="output">Stays open.</param>
public sealed class FocusReport(ReportHead head, Stream output) : IReportWriter
{
    /// <summary>Of what is told to nobody's account; the rest comes from a record of the trail.</summary>
    private const string NoConfidence = "NONE";
    private const string Confidence = "HIGH";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly CsvWriter _csv = new(output);
    private readonly string _status = ContractName.Of(head.Statement.Status);

    public ValueTask BeginAsync(CancellationToken ct)
    {
        foreach (var column in FocusColumns.All) _csv.Text(column);
        return _csv.EndRowAsync(ct);
    }

    public ValueTask AddAsync(ReportRow row, CancellationToken ct)
    {
        var day = row.Key.Day.ToDateTime(TimeOnly.MinValue);
        Charge(row.Cost, row.ListCost.Currency == row.Cost.Currency ? row.ListCost : row.Cost, row.Amount.AllBytes, row.IsCorrection, Description(row), day, day.AddDays(1));
        _csv.Text(row.Publisher.Id.ToString()).Text(row.Publisher.Name);
        var dataset = row.Key.Dataset.ToString();
        // A name that only repeats the id is none.
        _csv.Text(dataset).Text(row.DatasetName == dataset ? "" : row.DatasetName).Text("Dataset");
        Usage(row.Amount.AllBytes);
        if (row.Publisher.CostCenter.Length > 0) _csv.Text(Tags(row.Publisher.CostCenter));
        else _csv.Empty();
        _csv.Text(row.Key.Share.ToString()).Text(row.ShareName).Text(row.Subscriber.Id.ToString()).Text(row.Subscriber.Name)
            .Text(row.Key.Principal.ToString()).Text(ContractName.Of(row.Key.Route)).Text(ContractName.Of(row.Key.Zone))
            .Number(row.Amount.Requests + row.Amount.RefusedRequests).Text(Confidence).Text(_status);
        return _csv.EndRowAsync(ct);
    }

    public async ValueTask EndAsync(CancellationToken ct)
    {
        var period = head.Statement.Period;
        foreach (var part in UnattributedPart.Of(head))
        {
            var description = $"Data transfer out of S3 {Goal(part.Zone)} that no share explains";
            Charge(part.Cost, part.Cost, part.Bytes, part.IsCorrection, description, period.Start.UtcDateTime, period.End.UtcDateTime);
            _csv.Empty().Empty().Empty().Empty().Empty();
            Usage(part.Bytes);
            _csv.Empty().Empty().Empty().Empty().Empty().Empty().Empty().Text(ContractName.Of(part.Zone)).Empty().Text(NoConfidence).Text(_status);
            await _csv.EndRowAsync(ct);
        }

        await _csv.FlushAsync(ct);
    }

    /// <summary>The mandatory columns.</summary>
    private void Charge(Money cost, Money listCost, long bytes, bool isCorrection, string description, DateTime from, DateTime to)
    {
        var period = head.Statement.Period;
        _csv.Number(cost.Amount).Text(head.AccountId).Text(head.AccountName).Text(cost.Currency.ToString())
            .Text(Time(period.Start.UtcDateTime)).Text(Time(period.End.UtcDateTime))
            .Text("Usage").Text(isCorrection ? "Correction" : "").Text(description).Text(Time(from)).Text(Time(to))
            .Number(cost.Amount).Number(cost.Amount).Text("Amazon Web Services").Number(listCost.Amount)
            .Number((decimal)bytes / TransferTariff.BytesPerGigabyte).Text("GiB")
            .Text("Amazon Web Services").Text("Amazon Web Services").Text("Storage").Text("Amazon Simple Storage Service");
    }

    private void Usage(long bytes) => _csv.Text(head.Region).Number(bytes).Text("B");

    private static string Description(ReportRow row) => $"Data transfer out of S3 {Goal(row.Key.Zone)} through the share \"{row.ShareName}\" for {row.Subscriber.Name}";

    private static string Goal(TransferZone zone) => zone switch
    {
        TransferZone.Internet => "to the Internet",
        TransferZone.CrossRegion => "to another Region",
        _ => "within the Region",
    };

    /// <summary>A JSON object; keys of our own have a prefix, as FOCUS asks.</summary>
    private static string Tags(string costCenter) => $$"""{"shares/cost-center":"{{JsonEncodedText.Encode(costCenter)}}"}""";

    private static string Time(DateTime utc) => utc.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
