using System.Collections.Concurrent;
using Shares.Local.Identity;

namespace Shares.Local.Permissions;

/// <summary>The permissions of one function's role, and which of them it has used. Safe for concurrent use.</summary>
public sealed class FunctionPermissions(string name, LocalRole role)
{
    // More than these say nothing new.
    private const int MaximumRefusals = 100;

    private readonly List<Entry> _entries = [.. role.IdentityPolicies.SelectMany(Permission.Of).Distinct().Select(permission => new Entry(permission))];
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

    public string Name => name;

    public string Role => role.Name;

    public IEnumerable<Permission> Used => _entries.Where(entry => entry.IsUsed).Select(entry => entry.Permission);

    public IEnumerable<Permission> Unused => _entries.Where(entry => !entry.IsUsed).Select(entry => entry.Permission);

    /// <summary>Each as <c>{action} on {resource}</c>, with the partition keys, if any.</summary>
    public IEnumerable<string> Refused => _refused.Keys.Order(StringComparer.Ordinal);

    public void Use(string action, string resource, IReadOnlyList<string>? leadingKeys)
    {
        foreach (var entry in _entries)
        {
            if (!entry.IsUsed && entry.Permission.Covers(action, resource, leadingKeys)) entry.IsUsed = true;
        }
    }

    public void Refuse(string action, string resource, IReadOnlyList<string>? leadingKeys)
    {
        var keys = leadingKeys is null ? "" : $" for {string.Join(", ", leadingKeys)}";
        if (_refused.Count < MaximumRefusals) _refused[$"{action} on {resource}{keys}"] = true;
    }

    private sealed class Entry(Permission permission)
    {
        private volatile bool _isUsed;

        public Permission Permission => permission;

        public bool IsUsed { get => _isUsed; set => _isUsed = value; }
    }
}
