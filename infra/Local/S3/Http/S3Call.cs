using Shares.Local.Policies;
using Shares.Local.S3.Storage;
using Shares.Local.Signing;

namespace Shares.Local.S3.Http;

/// <summary>A request whose signature is right, on its way to an operation. The operation's own action is already allowed.</summary>
/// <param name="Target"><see langword="null"/> for the service itself, and for a bucket that is not there yet.</param>
/// <param name="Bucket">As <paramref name="Target"/>.</param>
public sealed record S3Call(
    HttpContext Http, Caller Caller, RequestTarget Request, S3Address Address, S3Target? Target, Bucket? Bucket, S3Services Services)
{
    public static readonly IReadOnlyDictionary<string, string> NoConditions = new Dictionary<string, string>();

    public string Key => Address.Key;

    public S3Store Store => Services.Store;

    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>For operations that need more than one permission, or one on another key.</summary>
    public Task<bool> IsAllowedAsync(string action, string? key, IReadOnlyDictionary<string, string>? conditions = null) =>
        Services.Authorizer.IsAllowedAsync(Caller, action, Target!, key, conditions ?? NoConditions, Aborted);

    /// <summary>Who may not list learns nothing about which keys exist.</summary>
    public async Task<S3Error> MissingKeyAsync() =>
        await IsAllowedAsync("s3:ListBucket", key: null) ? S3Error.NoSuchKey : S3Error.AccessDenied;
}
