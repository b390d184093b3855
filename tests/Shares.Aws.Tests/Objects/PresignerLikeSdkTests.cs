using CsCheck;
using Shares.Aws.Objects;
using Shares.Aws.Sessions;

namespace Shares.Aws.Tests.Objects;

/// <summary>Puts the SDK's clock forward and back, so that nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(PresignerLikeSdkTests), DisableParallelization = true)]
[Collection(nameof(PresignerLikeSdkTests))]
public sealed class PresignerLikeSdkTests
{
    private static readonly S3Location[] Locations =
    [
        new("us-east-1"), new("eu-central-1"), new("cn-north-1"), new("us-gov-west-1"), new("us-east-1", new("http://localhost:8900")),
        new("eu-west-3", new("https://s3.emulated:444")), new("eu-west-3", new("https://s3.emulated:443")), new("eu-west-3", new("http://127.0.0.1:80")),
    ];

    /// <summary>Lower-case letters, digits, hyphens and dots, as S3 has it; an alias of an access point is no other.</summary>
    private static readonly Gen<string> Bucket = Gen.OneOf(
        AnyOf("shr-0190a1b2c3d47e5f8-ab12cd34ef56gh78ij90kl12mn34use1a-s3alias", "shares-0190a1b2c3d47e5f8a9b0c1d2e3f4a5b", "my.bucket.of.dots", "abc"),
        Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789"].Array[2, 20].Select(AnyOf("", "-", "."), Gen.Char['a', 'z'], (a, between, z) => $"{new string(a)}{between}{z}"));

    private static readonly Gen<string> Characters = Gen.OneOf(
        Gen.Char.AlphaNumeric.Select(c => $"{c}"),
        AnyOf(" ", "+", "%", "~", "%2F", "%2e%2e", "/", "//", ".", "..", "/../", "\\", "?", "#", "&", "=", "@", ":", ";", ",", "$", "!", "*", "'", "(", ")", "[", "]"),
        AnyOf("ü", "e\u0301", "文", "ß", "\u00a0", "\u202e", "\ufeff", "\uffff", "😀", "👩‍🔬", "𝔘", "\u0001", "\n", "\u007f", "\""),
        Gen.Int[0x80, 0x10FFFF].Where(i => i is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32));

    /// <summary>Up to 1,024 bytes, of any characters at any place.</summary>
    private static readonly Gen<string> Key = Gen.OneOf(
        Characters.Array[1, 40].Select(string.Concat),
        Characters.Array[1, 40].Select(parts => $"datasets/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/data/{string.Concat(parts)}"),
        AnyOf("x", "ü", " ", "%").Select(c => string.Concat(Enumerable.Repeat(c, 1024 / System.Text.Encoding.UTF8.GetByteCount(c)))));

    private static readonly Gen<VendedCredentials> Session = Gen.Select(
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].Array[16], Base64(40, 40), Gen.OneOf(Gen.Const(""), Base64(1, 1600)),
        (id, secret, token) => new VendedCredentials($"ASIA{new string(id)}", secret, token, DateTimeOffset.MaxValue));

    /// <summary>Any day of this century, and often the seconds around midnight, around the end of a month, of February and of a year.</summary>
    private static readonly Gen<DateTimeOffset> At = Gen.Select(
        Gen.OneOf(
            Gen.Int[0, 36524].Select(day => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day)),
            Gen.Int[2001, 2099].Select(year => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            Gen.Int[2001, 2099].Select(year => new DateTimeOffset(year, 3, 1, 0, 0, 0, TimeSpan.Zero))),
        Gen.OneOf(Gen.Int[-3, 3], Gen.Int[0, 86399]),
        (day, seconds) => day.AddSeconds(seconds));

    private static readonly Gen<TimeSpan> Life = Gen.OneOf(Gen.Int[1, 900], Gen.Int[1, 604800]).Select(s => TimeSpan.FromSeconds(s));

    [Fact]
    public void Every_URL_equals_that_of_the_SDK_byte_for_byte() =>
        Gen.Select(AnyOf(Locations), Bucket, Session, At, Life, Key).Where(c => !LosesSlash(c.Item1, c.Item2, c.Item6)).Sample(
            (location, bucket, session, at, life, key) =>
            {
                var sdk = SdkPresigner.Sign(location, bucket, session, at, life, key);
                // The clock was where it was meant to be, so that the ends of days and years are really tried.
                Assert.InRange(sdk.At - at, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(20));
                Assert.Equal(sdk.Url, new Presigner(location, bucket, session, sdk.At, sdk.Life).Sign(key));
            },
            iter: 5000,
            threads: 1);

    [Theory]
    [InlineData("my.bucket", null, "https://s3.us-east-1.amazonaws.com/my.bucket//data/x?")]
    [InlineData("bucket", "http://localhost:8900", "http://localhost:8900/bucket//data/x?")]
    public void A_slash_that_a_key_begins_with_stays_also_where_the_SDK_signs_for_the_object_without_it(string bucket, string? endpoint, string start)
    {
        var location = new S3Location("us-east-1", endpoint is null ? null : new(endpoint));
        Assert.True(LosesSlash(location, bucket, "/data/x"));
        var session = new VendedCredentials("ASIA", "secret", "token", DateTimeOffset.MaxValue);
        string Own(string key) => new Presigner(location, bucket, session, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(60)).Sign(key);
        string Sdk(string key) => SdkPresigner.Sign(location, bucket, session, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(60), key).Url.Split('?')[0];
        Assert.Equal(Sdk("data/x"), Sdk("/data/x"));
        Assert.StartsWith(start, Own("/data/x"), StringComparison.Ordinal);
    }

    /// <summary>With the bucket in the path, the SDK drops a slash that a key begins with, and so signs for another object.</summary>
    private static bool LosesSlash(S3Location location, string bucket, string key) =>
        key.StartsWith('/') && (location.Endpoint is not null || bucket.Contains('.', StringComparison.Ordinal));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<string> Base64(int shortest, int longest) =>
        Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="].Array[shortest, longest].Select(c => new string(c));
}
