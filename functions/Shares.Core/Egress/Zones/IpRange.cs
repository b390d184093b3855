using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Shares.Core.Egress.Zones;

/// <summary>A published range of addresses. IPv4 addresses count as those of IPv6 that stand for them, <c>::ffff:0:0/96</c>.</summary>
public sealed record IpRange(UInt128 First, UInt128 Last, string Region)
{
    /// <summary>What is offered everywhere at once, and no Region.</summary>
    public const string Global = "GLOBAL";

    /// <summary>Of two equal ranges the one that says where it is.</summary>
    public bool IsRegional => Region != Global;

    /// <param name="prefix">Such as <c>52.94.5.0/24</c>.</param>
    public static bool TryParse(string? prefix, string region, [NotNullWhen(true)] out IpRange? range)
    {
        range = null;
        if (!IPNetwork.TryParse(prefix, out var network)) return false;
        var free = (network.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128) - network.PrefixLength;
        var first = Number(network.BaseAddress);
        range = new(first, free == 128 ? UInt128.MaxValue : first + (UInt128.One << free) - 1, region);
        return true;
    }

    public static UInt128 Number(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.MapToIPv6().TryWriteBytes(bytes, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
