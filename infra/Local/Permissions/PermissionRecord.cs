using System.Collections.Concurrent;
using Shares.Local.Identity;

namespace Shares.Local.Permissions;

/// <summary>
/// What the functions did with what their roles allow, since the start: which permissions were used, and what was refused, which is
/// what the template forgets. Safe for concurrent use.
/// </summary>
public sealed class PermissionRecord(ILogger<PermissionRecord> logger)
{
    private readonly ConcurrentDictionary<string, FunctionPermissions> _byFunction = new(StringComparer.Ordinal);

    public IEnumerable<FunctionPermissions> Functions => _byFunction.Values.OrderBy(function => function.Name, StringComparer.Ordinal);

    /// <summary>Records what the function does under its role from now on.</summary>
    public void Watch(string function, LocalRole role) => _byFunction[function] = new FunctionPermissions(function, role);

    /// <summary>A decision about a request. Requests of others than the watched functions' processes are passed over.</summary>
    /// <param name="leadingKeys">Partition keys that a request to DynamoDB names.</param>
    public void Note(Principal caller, string action, string resource, bool isAllowed, IReadOnlyList<string>? leadingKeys = null)
    {
        // The name of a function's session is the function's.
        if (!_byFunction.TryGetValue(caller.SessionName, out var function) || function.Role != caller.RoleName) return;
        if (isAllowed)
        {
            function.Use(action, resource, leadingKeys);
            return;
        }

        function.Refuse(action, resource, leadingKeys);
        logger.LogWarning("{Function} may not {Action} on {Resource} {LeadingKeys}: its role {Role} does not allow it",
            function.Name, action, resource, string.Join(", ", leadingKeys ?? []), function.Role);
    }
}
