using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core;

namespace Shares.Bench.Scale;

/// <summary>
/// How much there is at a size, and which dataset has which values. Everything follows from the number of a dataset, so that building again
/// makes the same.
/// </summary>
/// <param name="Percent">1 to 100 of the full size.</param>
internal sealed record ScaleShape(int Percent)
{
    /// <summary>To be changed with anything that follows from a number.</summary>
    public const int Version = 4;

    /// <summary>Half of the datasets, one in ten, one in a hundred; and ten in all, whatever the size.</summary>
    public const string Half = "half", Tenth = "tenth", Hundredth = "hundredth", Ten = "ten";

    /// <summary>The creator of exactly a hundred datasets, whatever the size; all of them have the tag <see cref="Half"/>.</summary>
    public static readonly UserId Curator = UserId.Parse("curator");

    private const int Runs = 100;
    private const int Creators = 200;
    private const int Types = 10;

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public int Datasets => 10_000 * Percent;

    public int Shares => 100 * Percent;

    /// <summary>Projects that one share names.</summary>
    public int Projects => 10 * Percent;

    /// <summary>Projects that one person is a member of.</summary>
    public int Memberships => 5 * Percent;

    /// <summary>Executions that have read through one share and can still be looked up.</summary>
    public int Usages => 100 * Percent;

    public static string Run(int n) => $"run-{n % Runs:00}";

    public static string Creator(int n) => $"creator-{n % Creators:000}";

    public static string Type(int n) => $"process-{n % Types}";

    public Dataset Dataset(int n) => new()
    {
        Id = ScaleIds.Dataset(n),
        ProjectId = ScaleIds.Publisher,
        Name = $"Sample {n:0000000}",
        Description = "Paired reads of one library",
        ProcessId = Type(n),
        Status = DatasetStatus.Completed,
        Tags = [.. Tags(n)],
        CreatedBy = n % (Datasets / 100) == 0 ? Curator : UserId.Parse(Creator(n)),
        CreatedAt = Start.AddSeconds(n),
        UpdatedAt = Start.AddSeconds(n + 3600),
        TotalSize = new ByteCount(1_000_000_000 + n),
        FileCount = 12,
    };

    private IEnumerable<string> Tags(int n)
    {
        yield return Run(n);
        if (n % 2 == 0) yield return Half;
        if (n % 10 == 3) yield return Tenth;
        if (n % 100 == 7) yield return Hundredth;
        if (n % (Datasets / 10) == 0) yield return Ten;
    }
}
