using System.Collections.Frozen;
using Shares.Core.Datasets;

namespace Shares.Core.Sharing;

/// <summary>
/// Which of the publisher's datasets a share holds. A dataset is in it if a DATASET_ID condition names it; or if there are other
/// conditions and, for every field among them, the dataset has one of that field's values. No conditions select nothing, and only
/// COMPLETED datasets are selected.
/// </summary>
public sealed class Selection
{
    private readonly FrozenDictionary<SelectionField, FrozenSet<string>> _values;

    public Selection(IEnumerable<Condition> conditions)
    {
        Conditions = [.. conditions.Distinct()];
        _values = Conditions.GroupBy(c => c.Field)
            .ToFrozenDictionary(group => group.Key, group => group.Select(c => c.Value).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Distinct, in the order they were given.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>The fields that must all be satisfied: every one that occurs, except DATASET_ID.</summary>
    public IEnumerable<SelectionField> RequiredFields => _values.Keys.Where(f => f != SelectionField.DatasetId).Order();

    public IReadOnlySet<string> Values(SelectionField field) => _values.GetValueOrDefault(field, FrozenSet<string>.Empty);

    public bool Matches(DatasetSummary dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return dataset.Status == DatasetStatus.Completed && (Names(dataset) || SatisfiesFields(dataset));
    }

    private bool Names(DatasetSummary dataset) => Values(SelectionField.DatasetId).Contains(dataset.Id.ToString());

    private bool SatisfiesFields(DatasetSummary dataset)
    {
        var any = false;
        foreach (var (field, values) in _values)
        {
            if (field == SelectionField.DatasetId) continue;
            if (!Has(dataset, field, values)) return false;
            any = true;
        }

        return any;
    }

    private static bool Has(DatasetSummary dataset, SelectionField field, FrozenSet<string> values) => field switch
    {
        SelectionField.Tag => dataset.Tags.Any(values.Contains),
        SelectionField.CreatedBy => values.Contains(dataset.CreatedBy.ToString()),
        SelectionField.ProcessId => values.Contains(dataset.ProcessId),
        _ => false,
    };
}
