using Shares.Core.Ids;

namespace Shares.Bench.Scale;

/// <summary>The same ids in every building, ascending with the number.</summary>
internal static class ScaleIds
{
    /// <summary>Owns the datasets and publishes the shares.</summary>
    public static readonly ProjectId Publisher = new(Uuid(1, 0));

    /// <summary>Publishes what use cases make, so that the log of the other publisher stays as it was built.</summary>
    public static readonly ProjectId Writer = new(Uuid(4, 0));

    /// <summary>From 1: a project that shares are offered to. The first one has subscribed to some.</summary>
    public static ProjectId Lab(int n) => new(Uuid(1, n));

    public static DatasetId Dataset(int n) => new(Uuid(2, n));

    public static ShareId Share(int n) => new(Uuid(3, n));

    public static UsageId Usage(int n) => new(Uuid(5, n));

    public static ExecutionId Execution(int n) => new(Uuid(6, n));

    private static Guid Uuid(int kind, int n) => new($"0194{kind:x4}-{n >> 16:x4}-7{n >> 4 & 0xFFF:x3}-8000-{n:x12}");
}
