using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.Signing;
using Shares.Local.Trail;

namespace Shares.Local.Tests.Trail;

/// <summary>Requests through access points that nobody sent.</summary>
internal static class Requests
{
    public const string AccessPoint = "shr-0197b000000070008000000000000001-d1";
    public const string Bucket = "project-sequencing-core";
    public static readonly DateTimeOffset Time = new(2026, 11, 22, 0, 1, 0, TimeSpan.Zero);

    public static ObjectRequest Download(string id, long bytes = 7759, DateTimeOffset? at = null, string address = "203.0.113.7") => new(
        id, at ?? Time, "GetObject", Caller("SharesDownloadRole", "lab-member", new RequestOrigin(address, VpcId: null)), "ASIAEXAMPLE", "curl/8.0",
        AccessPoint, Bucket, "datasets/0197c000-0000-7000-8000-000000000001/data/reads_1.fastq.gz", 0, bytes, null, null);

    public static ObjectRequest RefusedPipeline(string id) => Download(id, 243) with
    {
        Caller = Caller("SharesPipelineRole", "0197e000-0000-7000-8000-000000000042", new RequestOrigin("10.0.3.7", "vpc-0")),
        ErrorCode = "AccessDenied",
        ErrorMessage = "Access Denied",
    };

    private static Caller Caller(string role, string source, RequestOrigin origin)
    {
        const string session = "0197a00000007000800000000000000b.0123456789abcdef";
        var principal = new Principal(
            LocalAccount.SessionArn(role, session), role, LocalAccount.RoleArn(role), session, $"{LocalAccount.RoleId(role)}:{session}",
            new Dictionary<string, string>(), new HashSet<string>(), source, Time, []);
        return new(new SignatureResult.Verified(principal, AuthType.QueryString, Time, TimeSpan.Zero, "s3"), origin, []);
    }
}
