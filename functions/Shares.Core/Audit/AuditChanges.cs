using System.Globalization;

namespace Shares.Core.Audit;

/// <summary>Collects what differs. Absent and empty values are the same: nothing.</summary>
internal sealed class AuditChanges
{
    private readonly List<AuditChange> _found = [];

    public IReadOnlyList<AuditChange> Found => _found;

    public AuditChanges Of(string field, string? before, string? after) => OfMany(field, ListOf(before), ListOf(after));

    public AuditChanges Of(string field, bool? before, bool? after) => Of(field, Text(before), Text(after));

    public AuditChanges Of<T>(string field, T? before, T? after) where T : struct, IFormattable =>
        Of(field, before?.ToString(null, CultureInfo.InvariantCulture), after?.ToString(null, CultureInfo.InvariantCulture));

    public AuditChanges Of(string field, DateTimeOffset? before, DateTimeOffset? after) => Of(field, Text(before), Text(after));

    public AuditChanges OfMany(string field, IEnumerable<string>? before, IEnumerable<string>? after)
    {
        var (old, @new) = ((before ?? []).ToHashSet(StringComparer.Ordinal), (after ?? []).ToHashSet(StringComparer.Ordinal));
        IReadOnlyList<string> went = [.. old.Except(@new).Order(StringComparer.Ordinal)];
        IReadOnlyList<string> came = [.. @new.Except(old).Order(StringComparer.Ordinal)];
        if (went.Count + came.Count > 0) _found.Add(new(field, went, came));
        return this;
    }

    private static string[] ListOf(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    private static string? Text(bool? value) => value switch { null => null, true => "true", false => "false" };

    private static string? Text(DateTimeOffset? value) =>
        value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
