using Microsoft.Extensions.DependencyInjection;
using Shares.Local.Aws;
using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.S3.Http;
using Shares.Local.S3Control;
using Shares.Local.Signing;

namespace Shares.SystemTests.AttackMatrix;

/// <summary>What policies say about attempts: how storage finds what an address means and combines policies is the local cloud's, without its HTTP.</summary>
internal sealed class StorageDecisions : IDisposable
{
    private const int AtOnce = 200;
    private static readonly TimeSpan SessionLifetime = TimeSpan.FromHours(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shares-matrix-");
    private readonly ServiceProvider _provider;
    private readonly S3Services _storage;

    public StorageDecisions(IEnumerable<AccessPoint> points, IEnumerable<string> buckets)
    {
        _provider = new ServiceCollection().AddLogging()
            .AddLocalAws(new LocalAwsOptions { InternetPort = 0, VpcPort = 0, VpcId = ProvisionedStorage.VpcId, DataFolder = _folder.FullName })
            .BuildServiceProvider();
        _storage = _provider.GetRequiredService<S3Services>();
        foreach (var bucket in buckets) _storage.Store.Create(bucket);
        foreach (var point in points) _storage.AccessPoints.Add(point);
    }

    public void Dispose()
    {
        _provider.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <returns>Whether each is served, in the same order.</returns>
    public async Task<IReadOnlyList<bool>> DecideAsync(PolicySet policies, IReadOnlyList<Attempt> attempts)
    {
        var decisions = new List<bool>(attempts.Count);
        foreach (var some in attempts.Chunk(AtOnce)) decisions.AddRange(await Task.WhenAll(some.Select(attempt => IsServedAsync(policies, attempt))));
        return decisions;
    }

    private async Task<bool> IsServedAsync(PolicySet policies, Attempt attempt)
    {
        // Decided before any policy: keys that nobody has or that have ended, and what is not there.
        if (attempt.Who.Role is not { } role || attempt.SessionAge > SessionLifetime) return false;
        if (_storage.Resolve(S3Address.OfPath($"{attempt.Through.Address}/key")).Target is not { } found) return false;
        var target = new S3Target(
            found.Bucket with { Policy = policies.Buckets[found.Bucket.Name] },
            found.AccessPoint is { } point ? point with { Policy = policies.Points[point.Name] } : null);
        var authorizer = new S3Authorizer(_storage.Policies, _provider.GetRequiredService<PermissionRecord>(), new FixedTime(attempt.At));
        var conditions = attempt is { Lists: true, Prefix: { } prefix } ? new Dictionary<string, string> { ["s3:prefix"] = prefix } : [];
        return await authorizer.IsAllowedAsync(
            Caller(attempt, role, policies.Roles[role]), attempt.Action, target, attempt.IsOnBucket ? null : attempt.Key, conditions, CancellationToken.None);
    }

    private static Caller Caller(Attempt attempt, string role, IReadOnlyList<string> policies)
    {
        var name = role[(role.LastIndexOf('/') + 1)..];
        var principal = new Principal(
            LocalAccount.SessionArn(name, "attempt"), name, LocalAccount.RoleArn(role), "attempt", $"{LocalAccount.RoleId(name)}:attempt",
            attempt.Who.Tags, new HashSet<string>(), attempt.Who.SourceIdentity, attempt.At - attempt.SessionAge, []);
        var signature = new SignatureResult.Verified(
            principal, attempt.IsPresigned ? AuthType.QueryString : AuthType.Header, attempt.At - attempt.SignatureAge, attempt.SignatureAge, "s3");
        var origin = new RequestOrigin("192.0.2.1", attempt.IsInVpc ? ProvisionedStorage.VpcId : null, attempt.IsEncrypted);
        return new Caller(signature, origin, policies);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
