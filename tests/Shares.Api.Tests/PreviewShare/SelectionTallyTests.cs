using CsCheck;
using Shares.Api.PreviewShare;
using Shares.Core;
using Shares.Core.Datasets;
using Shares.Core.Ids;
using Shares.Core.Sharing;

namespace Shares.Api.Tests.PreviewShare;

public sealed class SelectionTallyTests
{
    [Fact]
    public void It_counts_what_counting_by_hand_does() => Gen.Select(SomeDatasets.Many, SomeDatasets.Selection, SomeDatasets.Selection).Sample((datasets, before, after) =>
    {
        var tally = new SelectionTally(before, after);
        foreach (var dataset in datasets) Assert.Equal(after.Matches(dataset), tally.Add(dataset));

        var held = datasets.Where(after.Matches).ToList();
        var added = held.Where(dataset => !before.Matches(dataset)).ToList();
        var removed = datasets.Where(before.Matches).Except(held).ToList();
        Assert.Equal((held.Count, held.Sum(d => d.TotalSize?.Value ?? 0), held.Sum(d => d.FileCount ?? 0)), (tally.Count, tally.Bytes.Value, tally.Files));
        Is(added, tally.Added);
        Is(removed, tally.Removed);
    });

    private static void Is(List<DatasetSummary> expected, DatasetSum sum)
    {
        Assert.Equal(expected.Count, sum.Count);
        Assert.Equal(expected.Take(DatasetSum.MostShown).Select(d => new NamedItem(d.Id.ToString(), d.Name)), sum.First);
    }
}

/// <summary>Datasets and selections over so few values that they often meet.</summary>
internal static class SomeDatasets
{
    private static readonly Gen<string> Tag = OneOf("a", "b", "c", "a#b");
    private static readonly Gen<string> Person = OneOf("ann", "bob");
    private static readonly Gen<string> Type = OneOf("rnaseq", "wgs");

    private static readonly Gen<Condition> Condition = Gen.OneOf(
        Tag.Select(value => new Condition(SelectionField.Tag, value)),
        Person.Select(value => new Condition(SelectionField.CreatedBy, value)),
        Type.Select(value => new Condition(SelectionField.ProcessId, value)),
        Gen.Int[0, 30].Select(number => new Condition(SelectionField.DatasetId, Id(number).ToString())));

    public static readonly Gen<Selection> Selection = Condition.Array[0, 5].Select(conditions => new Selection(conditions));

    public static readonly Gen<DatasetSummary[]> Many = Gen
        .Select(Tag.Array[0, 3], Person, Type, Gen.Bool, Gen.Long[0, 1L << 40])
        .Array[0, 150]
        .Select(all => all.Select((each, number) => (DatasetSummary)Dataset(number, default, each.Item1, each.Item2, each.Item3, each.Item4, each.Item5)).ToArray());

    /// <summary>Every combination of values, completed and not.</summary>
    public static readonly IReadOnlyList<DatasetSummary> Fixed =
    [
        .. (from tags in new string[][] { [], ["a"], ["b", "c"], ["a#b"] }
            from person in new[] { "ann", "bob" }
            from type in new[] { "rnaseq", "wgs" }
            from isCompleted in new[] { true, false }
            select (tags, person, type, isCompleted))
            .Select((each, number) => Dataset(number, default, each.tags, each.person, each.type, each.isCompleted, 1L << number)),
    ];

    public static Dataset Dataset(int number, ProjectId project, string[] tags, string person, string type, bool isCompleted, long bytes) => new()
    {
        Id = Id(number),
        ProjectId = project,
        Name = $"dataset {number}",
        ProcessId = type,
        Status = isCompleted ? DatasetStatus.Completed : DatasetStatus.Running,
        Tags = [.. tags.Distinct()],
        CreatedBy = UserId.Parse(person),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        TotalSize = isCompleted ? new ByteCount(bytes) : null,
        FileCount = isCompleted ? number : null,
    };

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    public static DatasetId Id(int number) => DatasetId.From(new Guid($"0197c000-0000-7000-8000-{number:x12}"));
}
