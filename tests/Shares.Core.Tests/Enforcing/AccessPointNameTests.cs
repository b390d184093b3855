using CsCheck;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Core.Tests.Enforcing;

public sealed class AccessPointNameTests
{
    private static readonly Gen<AccessPointName> AnyName = Gen.Select(Gen.Guid, Gen.Enum<AccessPointKind>(), Gen.Int[1, 999_999_999],
        (share, kind, generation) => new AccessPointName(ShareId.From(share), kind, generation));

    [Fact]
    public void A_name_reads_back_as_what_it_was_made_of() =>
        AnyName.Sample(name => AccessPointName.TryParse(name.ToString(), out var read) && read == name);

    [Fact]
    public void Two_access_points_never_have_the_same_name() =>
        Gen.Select(AnyName, AnyName).Sample((a, b) => (a == b) == (a.ToString() == b.ToString()));

    [Fact]
    public void A_name_is_one_that_S3_accepts() =>
        AnyName.Sample(name => name.ToString() is { Length: >= 3 and <= 50 } text && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));

    [Theory]
    [InlineData("shr-0197b000000070008000000000000001-a0")]
    [InlineData("shr-0197b000000070008000000000000001-x1")]
    [InlineData("shr-0197B000000070008000000000000001-a1")]
    [InlineData("shr-0197b000000070008000000000000001-a1\n")]
    [InlineData("shr-*-a1")]
    [InlineData("other")]
    [InlineData(null)]
    public void What_is_no_access_point_of_a_share_has_no_such_name(string? text) => Assert.False(AccessPointName.TryParse(text, out _));
}
