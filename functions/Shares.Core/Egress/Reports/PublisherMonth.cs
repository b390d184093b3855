using Shares.Core.Egress.Limits;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Reports;

/// <summary>What the shares of a publisher sent in a month, by who received it.</summary>
internal sealed class PublisherMonth(ReportProject publisher)
{
    private readonly Dictionary<(ShareId, ProjectId), ShareUse> _uses = [];

    public ReportProject Publisher => publisher;

    /// <summary>By names, as people look for them.</summary>
    public IEnumerable<ShareUse> Uses => _uses.Values
        .OrderBy(use => use.ShareName, StringComparer.Ordinal).ThenBy(use => use.Subscriber.Name, StringComparer.Ordinal)
        .ThenBy(use => use.Share.ToString(), StringComparer.Ordinal).ThenBy(use => use.Subscriber.Id.ToString(), StringComparer.Ordinal);

    public void Add(ReportRow row) => Of(row).Add(row);

    public void AddPast(ReportRow row) => Of(row).LastCost += row.Cost.Amount;

    /// <summary>In per cent, of all that the share sent whoever received it. Null when it has no limit.</summary>
    public decimal? LimitUsed(ShareId share)
    {
        var uses = _uses.Values.Where(use => use.Share == share).ToList();
        var limit = uses.Select(use => use.Limit).FirstOrDefault(limit => limit is not null);
        return limit is null ? null : Math.Max(Percent(uses.Sum(use => use.ChargedBytes), limit.MonthlyBytes?.Value), Percent(uses.Sum(use => use.Cost), limit.MonthlyCost));
    }

    private static decimal Percent(decimal used, decimal? limit) => limit is { } most ? used / most * 100 : 0;

    private ShareUse Of(ReportRow row)
    {
        var key = (row.Key.Share, row.Key.Subscriber);
        if (!_uses.TryGetValue(key, out var use)) _uses.Add(key, use = new ShareUse(row.Key.Share, row.ShareName, row.Subscriber));
        return use;
    }
}

/// <summary>What one project received of one share in a month.</summary>
internal sealed class ShareUse(ShareId share, string shareName, ReportProject subscriber)
{
    private readonly long[] _bytes = new long[Enum.GetValues<TransferZone>().Length];

    public ShareId Share => share;

    public string ShareName => shareName;

    public ReportProject Subscriber => subscriber;

    public EgressLimit? Limit { get; private set; }

    public long Requests { get; private set; }

    /// <summary>Of served and refused requests, by the number of the zone.</summary>
    public IReadOnlyList<long> Bytes => _bytes;

    /// <summary>Those that left the Region.</summary>
    public long ChargedBytes => _bytes[(int)TransferZone.Internet] + _bytes[(int)TransferZone.CrossRegion];

    public decimal Cost { get; private set; }

    public decimal LastCost { get; set; }

    public void Add(ReportRow row)
    {
        Limit = row.Limit;
        Requests += row.Amount.Requests;
        _bytes[(int)row.Key.Zone] = checked(_bytes[(int)row.Key.Zone] + row.Amount.AllBytes);
        Cost += row.Cost.Amount;
    }
}
