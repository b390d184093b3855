namespace Shares.Core.Tests.Egress.Trail;

/// <summary>A batch as CloudWatch Logs sends it, made after the public documentation of the formats.</summary>
public sealed class SampleTests
{
    private const string Key = "datasets/0197c000-0000-7000-8000-000000000001/data/reads_1.fastq.gz";
    private const string Sessions = "arn:aws:sts::111122223333:assumed-role/";

    private static readonly (IReadOnlyList<ReadRecord> Records, bool IsBroken) Sample =
        ReadRecord.OfSubscription(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Egress/Trail/Samples/subscription.json")));

    [Fact]
    public void Every_part_of_a_record_is_read()
    {
        Assert.False(Sample.IsBroken);
        Assert.Equal(
            new ReadRecord(
                "REQ0000000000001", new Guid("00000001-1111-2222-3333-444444444444"), false, new(2026, 11, 22, 0, 1, 0, TimeSpan.Zero),
                "s3.amazonaws.com", "GetObject", Sessions + "SharesDownloadRole/0197a00000007000800000000000000b.u1a2b3", "lab-member", "203.0.113.7", "",
                "arn:aws:s3:us-east-1:111122223333:accesspoint/shr-0197b000000070008000000000000001-d1", "arn:aws:s3:::project-sequencing-core",
                Key, "QueryString", 7759, "", ""),
            Sample.Records[0]);
    }

    [Fact]
    public void A_count_of_bytes_may_be_a_float() => Assert.Equal(1_048_576, Sample.Records[1].BytesOut);

    [Fact]
    public void A_pipeline_comes_through_an_endpoint()
    {
        Assert.Equal("vpce-0abc", Sample.Records[2].VpcEndpoint);
        Assert.Equal("0197e000-0000-7000-8000-000000000042", Sample.Records[2].SourceIdentity);
    }

    [Fact]
    public void A_refusal_has_bytes_too() => Assert.Equal(("AccessDenied", 243L), (Sample.Records[3].ErrorCode, Sample.Records[3].BytesOut));

    [Fact]
    public void There_are_four() => Assert.Equal(4, Sample.Records.Count);
}
