using System.Text;
using CsCheck;
using Shares.Core;
using Shares.Core.Ids;
using Shares.Core.Sharing;
using Shares.Data.Items;
using Shares.Data.Store;
using Shares.Data.Tests.Items;

namespace Shares.Data.Tests.Store;

public sealed class KeyTextTests
{
    public static readonly TheoryData<string> WidestCharacters = ["#", "%", "a", "漢", "😀", "\U0010ffff"];

    [Fact]
    public void No_text_can_imitate_a_separator_and_every_text_is_read_back() => Values.Tag.Sample(text =>
    {
        var escaped = KeyText.Escape(text);
        return !escaped.Contains('#', StringComparison.Ordinal) && KeyText.Unescape(escaped) == text;
    });

    [Fact]
    public void Different_texts_have_different_keys() => Gen.Select(Values.Tag, Values.Tag).Sample((left, right) =>
        (left == right) == (KeyText.Escape(left) == KeyText.Escape(right)));

    [Fact]
    public void A_text_begins_with_another_exactly_when_its_key_does() => Gen.Select(Values.Tag, Values.Tag, Gen.Bool).Sample((left, right, prefixed) =>
    {
        var text = prefixed ? right + left : left;
        return text.StartsWith(right, StringComparison.Ordinal) == KeyText.Escape(text).StartsWith(KeyText.Escape(right), StringComparison.Ordinal);
    });

    [Fact]
    public void Two_values_of_different_fields_never_share_a_partition_or_a_count() =>
        Gen.Select(Gen.Enum<SelectionField>(), Values.Tag, Gen.Enum<SelectionField>(), Values.Tag).Sample((f, v, g, w) =>
        {
            if (f == SelectionField.DatasetId || g == SelectionField.DatasetId) return true;
            var (project, one, other) = (new ProjectId(Guid.Empty), new Condition(f, v), new Condition(g, w));
            return (one == other) == (DatasetIndexItem.Partition(project, one) == DatasetIndexItem.Partition(project, other))
                && (one == other) == (FacetItem.KeyOf(project, one) == FacetItem.KeyOf(project, other));
        });

    [Theory]
    [MemberData(nameof(WidestCharacters))]
    public void The_longest_texts_keep_keys_within_the_sizes_that_the_store_takes(string character)
    {
        string Longest(TextRule rule) => string.Concat(Enumerable.Repeat(character, rule.MaxLength));
        var project = Samples.Project(Longest(TextRule.Name));
        var user = UserId.Parse(Longest(TextRule.UserId));
        Key[] keys =
        [
            MemberItem.KeyOf(project.Id, user),
            MembershipItem.KeyOf(project.Id, user),
            DiscoverableItem.KeyOf(project),
            FacetItem.KeyOf(project.Id, new(SelectionField.CreatedBy, user.ToString())),
            FacetItem.KeyOf(project.Id, new(SelectionField.Tag, Longest(TextRule.Tag))),
            new(DatasetIndexItem.Partition(project.Id, new(SelectionField.CreatedBy, user.ToString())), "x"),
            new(DatasetIndexItem.Partition(project.Id, new(SelectionField.ProcessId, Longest(TextRule.ProcessId))), "x"),
        ];
        Assert.All(keys, key => Assert.InRange(Encoding.UTF8.GetByteCount(key.Partition), 1, 2048));
        Assert.All(keys, key => Assert.InRange(Encoding.UTF8.GetByteCount(key.Sort), 1, 1024));
    }
}
