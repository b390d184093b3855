using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Core.Egress.Reports;

/// <summary>The cells of <see cref="PeopleReport"/>. Costs have all their digits; what is computed from them to be looked at is rounded.</summary>
/// <param name="lastMonth">Null when it is not known.</param>
internal sealed class PeopleTable(Statement statement, Statement? lastMonth, CsvWriter csv)
{
    /// <summary>Of GB: enough to tell every number of bytes.</summary>
    private const int GigabyteDecimals = 10;
    private const int RateDecimals = 6;

    private static readonly long[] NoBytes = new long[Enum.GetValues<TransferZone>().Length];

    private readonly string _status = statement.Version > 1 ? $"{ContractName.Of(statement.Status)}, version {statement.Version}" : ContractName.Of(statement.Status);
    private readonly decimal _whole = (statement.Attributed + statement.Unattributed).Amount;

    /// <summary>In another currency nothing can be compared.</summary>
    private readonly bool _compares = lastMonth?.Currency == statement.Currency;
    private readonly long[] _bytes = new long[NoBytes.Length];
    private long _requests;
    private decimal _cost;
    private decimal _percent;

    public ValueTask BeginAsync(CancellationToken ct)
    {
        csv.ByteOrderMark();
        foreach (var column in (string[])["Month", "Publishing project", "Cost centre", "Share", "Subscribing project", "Downloads"]) csv.Text(column);
        foreach (var zone in (string[])["to the Internet", "to other Regions", "within the Region"]) csv.Text($"GB {zone}");
        csv.Text($"Rate per GB ({statement.Currency})").Text($"Cost ({statement.Currency})").Text("% of total");
        csv.Text($"Change to last month ({statement.Currency})").Text("% of limit used").Text("Status");
        return csv.EndRowAsync(ct);
    }

    public async ValueTask AddAsync(PublisherMonth month, CancellationToken ct)
    {
        foreach (var use in month.Uses)
        {
            csv.Text(statement.Period.ToString()).Text(month.Publisher.Name).Text(month.Publisher.CostCenter).Text(use.ShareName).Text(use.Subscriber.Name).Number(use.Requests);
            for (var zone = 0; zone < _bytes.Length; zone++) _bytes[zone] += use.Bytes[zone];
            (_requests, _cost) = (_requests + use.Requests, _cost + use.Cost);
            await NumbersAsync(use.Bytes, use.Cost, NextPercent(), use.Cost - use.LastCost, month.LimitUsed(use.Share), ct);
        }
    }

    public async ValueTask EndAsync(CancellationToken ct)
    {
        var unattributed = statement.Unattributed.Amount;
        var unexplained = statement.Zones.OrderBy(zone => zone.Zone).Select(UnattributedPart.BytesOf).ToArray();
        var total = _cost + unattributed;
        Named("Unattributed", null);
        await NumbersAsync(unexplained, unattributed, _whole == 0 ? null : 100 - _percent, unattributed - lastMonth?.Unattributed.Amount, null, ct);
        Named("Total", _requests);
        await NumbersAsync([.. _bytes.Zip(unexplained, (a, b) => a + b)], total, _whole == 0 ? null : 100, total - (lastMonth?.Attributed + lastMonth?.Unattributed)?.Amount, null, ct);
        foreach (var line in statement.Lines)
        {
            Named($"Bill line {line.UsageType}", null);
            await NumbersAsync([.. NoBytes.Select((_, zone) => zone == (int)line.Zone ? line.Billed.Value : 0)], line.Cost.Amount, null, null, null, ct);
        }

        if (statement.Lines.Count == 0)
        {
            Named("Bill line", null);
            await NumbersAsync(null, null, null, null, null, ct);
        }

        Named("Difference", null);
        await NumbersAsync(null, statement.Completeness.Bill == BillState.Missing ? null : statement.Billed.Amount - total, null, null, null, ct);
        await csv.FlushAsync(ct);
    }

    private void Named(string name, long? requests) => csv.Text(statement.Period.ToString()).Text(name).Empty().Empty().Empty().Number(requests);

    private ValueTask NumbersAsync(IReadOnlyList<long>? bytes, decimal? cost, decimal? percent, decimal? change, decimal? limitUsed, CancellationToken ct)
    {
        for (var zone = 0; zone < _bytes.Length; zone++) csv.Number(bytes is null ? null : Gigabytes(bytes[zone], GigabyteDecimals));
        var charged = bytes is null ? 0 : bytes[(int)TransferZone.Internet] + bytes[(int)TransferZone.CrossRegion];
        csv.Number(charged > 0 && cost is { } known ? Shown(known / charged * TransferTariff.BytesPerGigabyte, RateDecimals) : null);
        csv.Number(cost).Number(percent).Number(_compares ? change : null).Number(limitUsed is { } used ? Shown(used, 1) : null).Text(_status);
        return csv.EndRowAsync(ct);
    }

    /// <summary>Of the row that was added last. Rounded so that all of them, with what is unattributed, are 100.</summary>
    private decimal? NextPercent()
    {
        if (_whole == 0) return null;
        var next = Shown(decimal.Round(_cost / _whole * 100, 2) - _percent, 2);
        _percent += next;
        return next;
    }

    private static decimal Gigabytes(long bytes, int decimals) => Shown((decimal)bytes / TransferTariff.BytesPerGigabyte, decimals);

    /// <summary>Rounded, without zeros at its end.</summary>
    private static decimal Shown(decimal number, int decimals) => decimal.Round(number, decimals) / 1.0000000000000000000000000000m;
}
