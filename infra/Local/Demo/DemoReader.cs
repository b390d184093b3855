using System.Security.Cryptography;
using System.Text;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.Signing;
using Shares.Local.Startup;

namespace Shares.Local.Demo;

/// <summary>Somebody who has read through a share every day of the past month.</summary>
/// <param name="Who">A person, or the id of an execution.</param>
/// <param name="Share">By name; its download access point for people, its analyze access point for pipelines.</param>
/// <param name="EveryDays">1: daily.</param>
/// <param name="Requests">On such a day.</param>
/// <param name="Megabytes">Of a request, on the average.</param>
internal sealed record DemoReader(
    string Who, string Project, string Share, string Role, AuthType Signed, string Address, int EveryDays, int Requests, int Megabytes)
{
    private const string Downloader = "SharesDownloadRole";
    private const string Pipeline = "SharesPipelineRole";

    /// <summary>Enough that the month costs some dozen dollars; the free 100 GB are used up in its first days.</summary>
    public static IReadOnlyList<DemoReader> All { get; } =
    [
        new("lab-member", DemoProject.Subscriber, DemoShare.Panels, Downloader, AuthType.QueryString, "203.0.113.25", 1, 6, 1500),
        new("lab-admin", DemoProject.Subscriber, DemoShare.Panels, Downloader, AuthType.Header, "198.51.100.14", 1, 3, 4000),
        new("lab-viewer", DemoProject.Subscriber, DemoShare.Panels, Downloader, AuthType.QueryString, "203.0.113.61", 2, 2, 800),
        // From machines in other Regions and in this one.
        new("lab-admin", DemoProject.Subscriber, DemoShare.Panels, Downloader, AuthType.Header, "34.240.12.8", 3, 2, 6000),
        new("lab-admin", DemoProject.Subscriber, DemoShare.Panels, Downloader, AuthType.Header, "3.80.40.2", 7, 4, 6000),
        new("other-admin", DemoProject.OtherLab, DemoShare.Panels, Downloader, AuthType.QueryString, "192.0.2.77", 2, 3, 2500),
        new("0197e000-0000-7000-8000-000000000042", DemoProject.Subscriber, DemoShare.Reads, Pipeline, AuthType.Header, RequestOrigin.VpcAddress, 2, 8, 5000),
    ];

    public bool IsPipeline => Role == Pipeline;

    /// <param name="projectId">Of <see cref="Project"/>.</param>
    public Caller SessionAt(DateTimeOffset time, string projectId)
    {
        var session = $"{projectId.Replace("-", "", StringComparison.Ordinal)}.{Hash(Who)}";
        var principal = new Principal(
            LocalAccount.SessionArn(Role, session), Role, LocalAccount.RoleArn(Role), session, $"{LocalAccount.RoleId(Role)}:{session}",
            new Dictionary<string, string>(), new HashSet<string>(), Who, time.AddMinutes(-5), []);
        var signature = new SignatureResult.Verified(principal, Signed, time, TimeSpan.Zero, "s3");
        return new(signature, new RequestOrigin(Address, IsPipeline ? LocalCloud.VpcId : null), []);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
