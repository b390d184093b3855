using Shares.Local.Policies;

namespace Shares.Local.Trail;

/// <summary>A request about one object through an access point, once it is over.</summary>
/// <param name="Name">Of the API's action, such as <c>GetObject</c>.</param>
/// <param name="AccessKeyId">That it was signed with.</param>
/// <param name="BytesOut">Of the answer's body, as many as were sent: fewer than announced when the client went away.</param>
/// <param name="ErrorCode">Such as <c>AccessDenied</c>; null when it was served.</param>
public sealed record ObjectRequest(
    string RequestId,
    DateTimeOffset Time,
    string Name,
    Caller Caller,
    string AccessKeyId,
    string UserAgent,
    string AccessPoint,
    string Bucket,
    string Key,
    long BytesIn,
    long BytesOut,
    string? ErrorCode,
    string? ErrorMessage)
{
    /// <summary>The request only looked.</summary>
    public bool IsRead => Name is "GetObject" or "HeadObject" or "ListParts";
}
