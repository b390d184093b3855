using Shares.Core.Sharing;

namespace Shares.Bench.Scale;

/// <summary>The publisher's shares by number: a few that use cases are about, and then all the others.</summary>
internal static class WorldShares
{
    /// <summary>For all projects.</summary>
    public const int Wide = 0;

    /// <summary>Half of the datasets by one condition, for ten projects.</summary>
    public const int Half = 1;

    /// <summary>Half of the datasets by tag, a hundred by creator: a hundred have both.</summary>
    public const int Meeting = 2;

    /// <summary>The first of those that the first lab has subscribed to.</summary>
    public const int FirstSubscribed = 3;

    public const int Subscribed = 10;

    /// <summary>The one of them, and of all, that allows downloads; enforced.</summary>
    public const int Downloadable = FirstSubscribed;

    /// <summary>From here on no use case is about a share by itself.</summary>
    public const int FirstPlain = FirstSubscribed + Subscribed;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Words = 50;

    public static WorldShare At(ScaleShape shape, int n) => new(ScaleIds.Share(n), $"share {n:00000}", ConditionsOf(n), KeywordsOf(n), [.. LabsOf(shape, n)]);

    /// <summary>The n-th usage of <see cref="Half"/>: executions of the first lab read ten datasets each.</summary>
    public static ShareUsage UsageOf(int n) => new(
        ScaleIds.Usage(n),
        ScaleIds.Share(Half),
        ScaleIds.Execution(n / 10),
        ScaleIds.Lab(1),
        ScaleIds.Dataset(2 * n),
        "arn:aws:s3:us-east-1:111122223333:accesspoint/shr-01940003000070008000000000000001-a1",
        UsageStatus.Active,
        Start.AddSeconds(n),
        Start.AddSeconds(n),
        Start.AddYears(10));

    private static IReadOnlyList<Condition> ConditionsOf(int n) => n switch
    {
        Wide or Half => [new(SelectionField.Tag, ScaleShape.Half)],
        Meeting => [new(SelectionField.Tag, ScaleShape.Half), new(SelectionField.CreatedBy, ScaleShape.Curator.ToString())],
        _ when n % 4 == 0 => [new(SelectionField.Tag, ScaleShape.Run(n)), new(SelectionField.ProcessId, ScaleShape.Type(n))],
        _ => [new(SelectionField.Tag, ScaleShape.Run(n))],
    };

    private static IReadOnlyList<string> KeywordsOf(int n) => [$"word {n % Words:00}", $"word {(n / Words) % Words:00}x"];

    private static IEnumerable<int> LabsOf(ScaleShape shape, int n) => n switch
    {
        Wide => Enumerable.Range(1, shape.Projects),
        < FirstPlain => Enumerable.Range(1, 10),
        _ => [1 + (n % shape.Projects)],
    };
}
