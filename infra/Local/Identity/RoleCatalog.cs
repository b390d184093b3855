using System.Collections.Concurrent;

namespace Shares.Local.Identity;

/// <summary>The roles of the account, by name; begins with <see cref="LocalRole.Administrator"/>. Safe for concurrent use.</summary>
public sealed class RoleCatalog
{
    private readonly ConcurrentDictionary<string, LocalRole> _roles = new(StringComparer.Ordinal)
    {
        [LocalRole.AdministratorName] = LocalRole.Administrator,
    };

    /// <summary>Adds the role, or replaces the one of the same name: sessions already out follow the new policies, as on AWS.</summary>
    public void Add(LocalRole role) => _roles[role.Name] = role;

    /// <returns>False when there is none, or it is the machine owner's.</returns>
    public bool Remove(string name) => name != LocalRole.AdministratorName && _roles.TryRemove(name, out _);

    public LocalRole? Find(string name) => _roles.GetValueOrDefault(name);

    public LocalRole? FindByArn(string arn) => _roles.Values.FirstOrDefault(role => role.Arn == arn);
}
