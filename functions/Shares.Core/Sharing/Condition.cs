namespace Shares.Core.Sharing;

/// <summary>What a condition looks at. TAG, CREATED_BY, PROCESS_ID or DATASET_ID in the API.</summary>
public enum SelectionField
{
    Tag,
    CreatedBy,
    ProcessId,
    DatasetId,
}

/// <summary>Compared case-sensitively, exactly as stored.</summary>
public readonly record struct Condition(SelectionField Field, string Value);
