using Shares.Core.Access;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Core.Egress.Attributing;

/// <summary>What the names in a record of the trail say. Null where they are none of ours.</summary>
internal static class TrailNames
{
    private const string DatasetsFolder = "datasets/";

    /// <summary>Characters of <c>datasets/{dataset}/</c>.</summary>
    public const int DatasetPrefixLength = 9 + 36 + 1;

    /// <param name="arn"><c>arn:aws:s3:{region}:{account}:accesspoint/{name}</c>.</param>
    public static ShareId? ShareOf(string arn, AttributionContext context)
    {
        var ours = $"arn:{context.Partition}:s3:{context.Region}:{context.AccountId}:accesspoint/";
        return arn.StartsWith(ours, StringComparison.Ordinal) && AccessPointName.TryParse(arn[ours.Length..], out var name) ? name.ShareId : null;
    }

    /// <param name="prefix">The first <see cref="DatasetPrefixLength"/> characters of a key.</param>
    public static DatasetId? DatasetOf(string prefix) =>
        prefix.Length == DatasetPrefixLength && prefix[^1] == '/' && prefix.StartsWith(DatasetsFolder, StringComparison.Ordinal)
        && UuidId.TryParse<DatasetId>(prefix[DatasetsFolder.Length..^1], out var dataset)
            ? dataset
            : null;

    /// <param name="arn">Of a session whose name begins with <c>{subscriber, 32 hex}.</c>.</param>
    public static VendedSession? SessionOf(string arn, AttributionContext context)
    {
        if (!RoleArn.TryParseSession(arn, out var role, out var session) || role.AccountId != context.AccountId) return null;
        if (role.Name != context.PipelineRole && role.Name != context.DownloadRole) return null;
        return session.Length > 33 && session[32] == '.' && UuidId.TryParseHex<ProjectId>(session[..32], out var subscriber)
            ? new VendedSession(subscriber, role.Name == context.PipelineRole)
            : null;
    }

    /// <param name="arn"><c>arn:aws:s3:::{bucket}</c>.</param>
    public static string BucketOf(string arn) => arn[(arn.LastIndexOf(':') + 1)..];
}

/// <summary>A session that was vended for a subscriber.</summary>
internal sealed record VendedSession(ProjectId Subscriber, bool IsPipeline);
