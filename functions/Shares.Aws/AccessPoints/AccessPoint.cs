using Shares.Core.Enforcing;

namespace Shares.Aws.AccessPoints;

/// <summary>An access point as S3 describes it.</summary>
/// <param name="Alias">Stands for a bucket's name in data calls.</param>
/// <param name="VpcId">The only network that it answers; null for the Internet.</param>
/// <param name="BlocksPublicAccess">All four settings of Block Public Access are on.</param>
public sealed record AccessPoint(AccessPointName Name, string Bucket, string Alias, string? VpcId, bool BlocksPublicAccess);

public enum Creation
{
    Created,

    /// <summary>An access point of that name is there already, whatever its bucket and network.</summary>
    AlreadyThere,
}
