using System.Net;

namespace Shares.Core.Egress.Zones;

/// <summary>
/// Which Region of AWS an address belongs to. Ranges of services overlap and lie within each other; the longest prefix that holds the
/// address decides. Made once into intervals that do not overlap, so that an answer is one binary search.
/// </summary>
public sealed class IpRanges
{
    /// <summary>Places no address.</summary>
    public static readonly IpRanges None = new([]);

    // Interval n begins at _starts[n], ends before the next one, and is of _regions[n]; null: of nobody.
    private readonly UInt128[] _starts;
    private readonly string?[] _regions;

    public IpRanges(IReadOnlyCollection<IpRange> ranges)
    {
        var intervals = new List<(UInt128 Start, string? Region)> { (0, null) };
        var open = new Stack<IpRange>();
        void Begin(UInt128 at, string? region)
        {
            if (intervals[^1].Start == at) intervals[^1] = (at, region);
            else if (intervals[^1].Region != region) intervals.Add((at, region));
        }

        void CloseBefore(UInt128? next)
        {
            while (open.TryPeek(out var range) && (next is null || range.Last < next))
            {
                open.Pop();
                if (range.Last < UInt128.MaxValue) Begin(range.Last + 1, open.TryPeek(out var outer) ? outer.Region : null);
            }
        }

        // A range lies within another one or apart from it. Outer ones come first; of equal ones the last counts.
        foreach (var range in ranges.OrderBy(range => range.First).ThenByDescending(range => range.Last).ThenBy(range => range.IsRegional))
        {
            CloseBefore(range.First);
            open.Push(range);
            Begin(range.First, range.Region);
        }

        CloseBefore(null);
        _starts = [.. intervals.Select(interval => interval.Start)];
        _regions = [.. intervals.Select(interval => interval.Region)];
    }

    /// <returns>Such as <c>eu-west-1</c>, or GLOBAL for what is in no Region; null for an address outside AWS.</returns>
    public string? RegionOf(IPAddress address)
    {
        var place = Array.BinarySearch(_starts, IpRange.Number(address));
        return _regions[place >= 0 ? place : ~place - 1];
    }
}
