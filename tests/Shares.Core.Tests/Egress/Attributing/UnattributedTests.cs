using Shares.Core.Canaries;
using Shares.Core.Egress;
using Shares.Core.Sessions;
using Shares.Testing.Trail;
using static Shares.Core.Egress.UnattributedReason;

namespace Shares.Core.Tests.Egress.Attributing;

/// <summary>Nothing is dropped: what counts for nobody says why.</summary>
public sealed class UnattributedTests
{
    private static readonly DateOnly Received = new(2026, 11, 22);
    private static readonly TrailRecord Good = new();

    public static TheoryData<UnattributedReason, string, TrailRecord> Poison { get; } = new()
    {
        { TimeImplausible, "", Good with { Time = null } },
        { TimeImplausible, "", Good with { Time = "yesterday" } },
        { TimeImplausible, "", Good with { Time = "2026-11-22T02:00:01Z" } },
        { TimeImplausible, "", Good with { Time = "2026-10-18T00:59:59Z" } },
        { TimeImplausible, "", Good with { Time = "1970-01-01T00:00:00Z" } },
        { TimeImplausible, "", Good with { Time = "9999-12-31T23:59:59Z" } },
        { OtherService, "sts.amazonaws.com", Good with { Service = "sts.amazonaws.com" } },
        { Canary, "", Good with { Key = CanaryIdentity.Key(CanaryIdentity.Dataset) } },
        { Canary, "", Good with { Key = CanaryIdentity.Key(CanaryIdentity.OtherDataset), ErrorCode = "AccessDenied" } },
        { Canary, "", Good with { Name = "ListObjects", Key = "", SessionName = SessionIdentity.Of(CanaryIdentity.Project, CanaryIdentity.User).SessionName } },
        { OtherEvent, "HeadObject", Good with { Name = "HeadObject" } },
        { OtherEvent, "PutObject", Good with { Name = "PutObject" } },
        { ByteCountImplausible, Shr("-d1"), Good with { BytesOut = "-1" } },
        { ByteCountImplausible, Shr("-d1"), Good with { BytesOut = "54975581388801" } },
        { ByteCountImplausible, Shr("-d1"), Good with { BytesOut = "1e30" } },
        { ByteCountImplausible, Shr("-d1"), Good with { BytesOut = null } },
        { ByteCountImplausible, Shr("-d1"), Good with { BytesOut = "-1", ErrorCode = "AccessDenied" } },
        { UnknownAccessPoint, "", Good with { HasAccessPoint = false } },
        { UnknownAccessPoint, "arn:aws:s3:us-east-1:111122223333:accesspoint/other", Good with { AccessPointArn = "arn:aws:s3:us-east-1:111122223333:accesspoint/other" } },
        { UnknownAccessPoint, Shr("-x1"), Good with { Suffix = "-x1" } },
        { UnknownAccessPoint, "arn:aws:s3:eu-west-1:111122223333:accesspoint/x", Good with { AccessPointArn = "arn:aws:s3:eu-west-1:111122223333:accesspoint/x" } },
        { UnknownAccessPoint, Shr("-d1").Replace("1111", "9999", StringComparison.Ordinal), Good with { AccessPointArn = Shr("-d1").Replace("1111", "9999", StringComparison.Ordinal) } },
        { KeyOutsideDatasets, Shr("-d1"), Good with { Key = "exports/secret.csv" } },
        { KeyOutsideDatasets, Shr("-d1"), Good with { Key = "datasets/not-an-id/data/x" } },
        { KeyOutsideDatasets, Shr("-d1"), Good with { Key = "datasets/0197C000-0000-7000-8000-000000000001/data/x" } },
        { KeyOutsideDatasets, Shr("-d1"), Good with { Key = "datasets/0197c000-0000-7000-8000-000000000001" } },
        { KeyOutsideDatasets, Shr("-d1"), Good with { Key = "" } },
        { UnknownSession, Session("admin/ada"), Good with { Role = "admin", SessionName = "ada" } },
        { UnknownSession, Session("admin/" + Good.SessionName), Good with { Role = "admin" } },
        { UnknownSession, Session("SharesDownloadRole/somebody"), Good with { SessionName = "somebody" } },
        { UnknownSession, Session($"SharesDownloadRole/{Good.SessionName}"), Good with { SourceIdentity = null } },
        { UnknownSession, Session($"SharesDownloadRole/{Good.SessionName}"), Good with { SourceIdentity = "=ZZ" } },
    };

    [Theory]
    [MemberData(nameof(Poison))]
    public void A_record_that_counts_for_nobody_says_why(UnattributedReason reason, string subject, TrailRecord record)
    {
        var attribution = Attributed.Of(record);
        Assert.Null(attribution.Key);
        Assert.Equal(new UnattributedKey(Received, reason, TransferZone.Internet, subject), attribution.Unattributed);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{\"requestID\":\"A\"")]
    [InlineData("")]
    public void What_cannot_be_read_is_counted_as_received(string message) =>
        Assert.Equal(new UnattributedKey(Received, Unreadable, TransferZone.Internet, ""), Attributed.Of(message).Unattributed);

    [Fact]
    public void Times_at_the_edge_of_what_is_believed_count()
    {
        Assert.NotNull(Attributed.Of(Good with { Time = "2026-11-22T02:00:00Z" }).Key);
        Assert.NotNull(Attributed.Of(Good with { Time = "2026-10-18T01:00:00Z" }).Key);
    }

    [Fact]
    public void Counts_at_the_edge_of_what_an_object_can_have_count()
    {
        Assert.NotNull(Attributed.Of(Good with { BytesOut = "54975581388800" }).Key);
        Assert.NotNull(Attributed.Of(Good with { BytesOut = "0" }).Key);
    }

    [Fact]
    public void Bytes_that_count_for_nobody_are_counted_all_the_same()
    {
        Assert.Equal(EgressAmount.Served(5000), Attributed.Of(Good.With(5000) with { Name = "ListObjects" }).Amount);
        Assert.Equal(EgressAmount.Served(0), Attributed.Of(Good with { BytesOut = "-5" }).Amount);
    }

    [Fact]
    public void A_long_subject_is_cut() =>
        Assert.Equal(128, Attributed.Of(Good with { Name = new string('x', 5000) }).Unattributed!.Subject.Length);

    [Fact]
    public void A_subject_is_never_cut_within_a_character() =>
        Assert.Equal(127, Attributed.Of(Good with { Name = new string('x', 127) + "😀" }).Unattributed!.Subject.Length);

    private static string Shr(string suffix) => $"arn:aws:s3:us-east-1:111122223333:accesspoint/shr-0197b000000070008000000000000001{suffix}";

    private static string Session(string path) => $"arn:aws:sts::111122223333:assumed-role/{path}";
}
