using System.Collections.Concurrent;
using Shares.Local.Identity;

namespace Shares.Local.Lambda;

/// <summary>Finds the running process of a function by the access key that it signs with. Safe for concurrent use.</summary>
public sealed class SandboxDirectory(CredentialStore credentials)
{
    private readonly ConcurrentDictionary<string, (string Function, Sandbox Sandbox)> _byAccessKey = new(StringComparer.Ordinal);

    public void Add(string function, Sandbox sandbox) => _byAccessKey[sandbox.Credential.AccessKeyId] = (function, sandbox);

    public void Remove(Sandbox sandbox)
    {
        _byAccessKey.TryRemove(sandbox.Credential.AccessKeyId, out _);
        credentials.Forget(sandbox.Credential.AccessKeyId);
    }

    public (string Function, Sandbox Sandbox)? Find(string accessKeyId) =>
        _byAccessKey.TryGetValue(accessKeyId, out var found) ? found : null;
}
