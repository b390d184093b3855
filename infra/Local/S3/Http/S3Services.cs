using Shares.Local.Events;
using Shares.Local.Identity;
using Shares.Local.Policies;
using Shares.Local.S3.Multipart;
using Shares.Local.S3.Storage;
using Shares.Local.S3Control;
using Shares.Local.Trail;

namespace Shares.Local.S3.Http;

/// <summary>What the operations of S3 work with.</summary>
public sealed record S3Services(
    S3Store Store,
    AccessPointStore AccessPoints,
    MultipartUploads Uploads,
    S3Authorizer Authorizer,
    PolicyEvaluator Policies,
    ManagementTrail Trail,
    ObjectRequests Requests,
    TimeProvider Time)
{
    /// <summary>Finds the bucket that an address leads to, through an access point or not.</summary>
    public (S3Target? Target, S3Error Missing) Resolve(S3Address address)
    {
        AccessPoint? accessPoint = null;
        var bucket = address.Bucket;
        if (address.AccessPoint is { } name) accessPoint = AccessPoints.Find(name);
        else if (AccessPointName.IsAlias(bucket)) accessPoint = AccessPoints.FindByAlias(bucket);
        else if (bucket.EndsWith($"-{LocalAccount.Id}", StringComparison.Ordinal) && Store.Find(bucket) is null)
            accessPoint = AccessPoints.Find(bucket[..^(LocalAccount.Id.Length + 1)]);
        if (accessPoint is null && (address.AccessPoint is not null || AccessPointName.IsAlias(bucket)))
            return (null, S3Error.NoSuchAccessPoint);
        return Store.Find(accessPoint?.Bucket ?? bucket) is { } found
            ? (new S3Target(found.Info, accessPoint), S3Error.NoSuchBucket)
            : (null, S3Error.NoSuchBucket);
    }
}
