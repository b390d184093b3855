using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Shares.Local.Identity;

/// <summary>Issues the keys of sessions and finds them again. Safe for concurrent use.</summary>
public sealed class CredentialStore(TimeProvider time)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly ConcurrentDictionary<string, Credential> _byAccessKey = new(StringComparer.Ordinal);

    /// <summary>Keys that live as long as the host, for a function (session name: the function's) or a tool.</summary>
    public Credential IssueFor(LocalRole role, string sessionName) => IssueSession(role, new SessionRequest(sessionName, Lifetime: null));

    public Credential IssueSession(LocalRole role, SessionRequest request)
    {
        var now = time.GetUtcNow();
        var tags = new Dictionary<string, string>(role.Tags);
        foreach (var (key, value) in request.Tags) tags[key] = value;
        var principal = new Principal(
            LocalAccount.SessionArn(role.Name, request.SessionName),
            role.Name,
            role.Arn,
            request.SessionName,
            $"{LocalAccount.RoleId(role.Name)}:{request.SessionName}",
            tags,
            request.TransitiveTagKeys,
            request.SourceIdentity,
            // AWS counts token issue times in whole seconds.
            DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()),
            request.SessionPolicies);
        var credential = new Credential(
            "ASIA" + RandomNumberGenerator.GetString(Base32, 16),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)),
            principal,
            now + request.Lifetime);
        _byAccessKey[credential.AccessKeyId] = credential;
        return credential;
    }

    /// <summary>Expired keys are found too, until <see cref="Forget"/>: their use has an error of its own.</summary>
    public Credential? Find(string accessKeyId) => _byAccessKey.GetValueOrDefault(accessKeyId);

    /// <summary>Makes all keys of a role unknown.</summary>
    public void ForgetRole(string name)
    {
        foreach (var (accessKeyId, credential) in _byAccessKey)
        {
            if (credential.Principal.RoleName == name) Forget(accessKeyId);
        }
    }

    /// <summary>Makes the keys unknown, for instance those of a function's process that has ended.</summary>
    public void Forget(string accessKeyId) => _byAccessKey.TryRemove(accessKeyId, out _);
}
