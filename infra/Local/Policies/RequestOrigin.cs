using System.Net;
using Shares.Local.Aws;

namespace Shares.Local.Policies;

/// <summary>From where a request reached AWS.</summary>
/// <param name="VpcId">The VPC whose endpoint the request came through; <see langword="null"/> from the Internet.</param>
/// <param name="IsEncrypted">The listeners of this machine speak plain HTTP and stand for AWS's TLS endpoints.</param>
public sealed record RequestOrigin(string SourceIp, string? VpcId, bool IsEncrypted = true)
{
    public static RequestOrigin Of(HttpContext context, LocalAwsOptions options)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        var ip = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return new(ip.ToString(), context.Connection.LocalPort == options.VpcPort ? options.VpcId : null);
    }
}
