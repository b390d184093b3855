using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Ids;

public sealed class IdTests
{
    [Fact]
    public void An_id_reads_back_from_both_of_its_spellings() => Gen.Guid.Sample(guid =>
    {
        var id = ShareId.From(guid);
        return UuidId.TryParse<ShareId>(id.ToString(), out var plain) && UuidId.TryParseHex<ShareId>(id.Hex(), out var hex) && plain == id && hex == id;
    });

    [Theory]
    [InlineData("0197A000-0000-7000-8000-00000000000A")]
    [InlineData("{0197a000-0000-7000-8000-00000000000a}")]
    [InlineData("0197a0000000700080000000000000aa")]
    [InlineData(" 0197a000-0000-7000-8000-00000000000a")]
    [InlineData("*")]
    [InlineData("${aws:username}")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_spelling_is_no_id(string? text) => Assert.False(UuidId.TryParse<ProjectId>(text, out _));

    [Fact]
    public void Ids_sort_by_the_time_they_were_made()
    {
        var time = new FakeTimeProvider(Some.Now);
        var first = UuidId.New<DatasetId>(time);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(string.CompareOrdinal(first.ToString(), UuidId.New<DatasetId>(time).ToString()) < 0);
    }

    [Theory]
    [InlineData("lab-member", true)]
    [InlineData("josé@example.org", true)]
    [InlineData("a b", true)]
    [InlineData(" a", false)]
    [InlineData("a\tb", false)]
    [InlineData("", false)]
    public void A_user_id_is_what_an_issuer_would_say(string text, bool valid) => Assert.Equal(valid, UserId.TryParse(text, out _));
}
