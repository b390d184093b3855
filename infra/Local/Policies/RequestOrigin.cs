using System.Net;
using Shares.Local.Aws;

namespace Shares.Local.Policies;

/// <summary>From where a request reached AWS.</summary>
/// <param name="VpcId">The VPC whose endpoint the request came through; <see langword="null"/> from the Internet.</param>
/// <param name="IsEncrypted">The listeners of this machine speak plain HTTP and stand for AWS's TLS endpoints.</param>
public sealed record RequestOrigin(string SourceIp, string? VpcId, bool IsEncrypted = true)
{
    /// <summary>What stands for this machine out in the Internet: an address for documentation, as its own are nobody's there.</summary>
    public const string InternetAddress = "203.0.113.7";

    /// <summary>What stands for this machine inside the VPC.</summary>
    public const string VpcAddress = "10.0.3.7";

    /// <summary>A request from the Internet may say itself where it comes from, in <c>X-Forwarded-For</c>, so that all of the world can be played here.</summary>
    public static RequestOrigin Of(HttpContext context, LocalAwsOptions options)
    {
        if (context.Connection.LocalPort == options.VpcPort) return new(VpcAddress, options.VpcId);
        var claimed = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[0].Trim();
        return new(IPAddress.TryParse(claimed, out var address) ? address.ToString() : InternetAddress, VpcId: null);
    }
}
