using System.Text.Json.Nodes;
using Amazon.Runtime;
using Shares.Aws.Bills;
using Shares.Aws.Http;
using Shares.Aws.Tests.AccessPoints;
using Shares.Core;
using Shares.Core.Egress;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Aws.Tests.Bills;

public sealed class CostExplorerClientTests
{
    private static readonly BillingPeriod November = BillingPeriod.Parse("2026-11");
    private static readonly BillingPeriod December = BillingPeriod.Parse("2026-12");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Months_are_asked_for_as_Cost_Explorer_takes_them_to_the_end_of_the_year()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(200, """{"ResultsByTime":[]}"""));
        await Client(aws).BillsAsync(November, December, Ct);
        var (request, query) = (aws.Received.Single(), JsonNode.Parse(aws.Received.Single().Body)!);
        Assert.Equal("AWSInsightsIndexService.GetCostAndUsage", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Contains("/us-east-1/ce/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("""{"Start":"2026-11-01","End":"2027-01-01"}""", query["TimePeriod"]!.ToJsonString());
        Assert.Equal("""["UnblendedCost","UsageQuantity"]""", query["Metrics"]!.ToJsonString());
        Assert.Equal("""[{"Type":"DIMENSION","Key":"USAGE_TYPE"}]""", query["GroupBy"]!.ToJsonString());
        Assert.Equal(
            """{"And":[{"Dimensions":{"Key":"SERVICE","Values":["Amazon Simple Storage Service"]}},{"Dimensions":{"Key":"REGION","Values":["eu-west-1"]}}]}""",
            query["Filter"]!.ToJsonString());
        Assert.False(query.AsObject().ContainsKey("NextPageToken"));
    }

    [Fact]
    public async Task Lines_of_transfer_out_are_read_to_the_last_digit_and_others_are_left_out()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(200, $$"""
            {"GroupDefinitions":[{"Type":"DIMENSION","Key":"USAGE_TYPE"}],"ResultsByTime":[
              {{Month("2026-11-01", "2026-12-01", false,
                Group("EU-DataTransfer-Out-Bytes", "12.3456789012", "137.5"), Group("EU-USW2-AWS-Out-Bytes", "0.0000000200", "0.000001"),
                Group("EU-TimedStorage-ByteHrs", "99", "1", unit: "GB-Mo"), Group("EU-DataTransfer-In-Bytes", "0", "1"), Group("EU-CloudFront-Out-Bytes", "0", "1"))}},
              {{Month("2026-12-01", "2027-01-01", true)}}]}
            """));
        var bills = await BillsAsync(aws);
        Assert.Equal([(November, false), (December, true)], bills.Select(bill => (bill.Period, bill.IsEstimated)));
        Assert.Equal(
            [
                new("EU-DataTransfer-Out-Bytes", TransferZone.Internet, new ByteCount(147_639_500_800), new(12.3456789012m, Currency.Usd)),
                new BillLine("EU-USW2-AWS-Out-Bytes", TransferZone.CrossRegion, new ByteCount(1074), new(0.0000000200m, Currency.Usd)),
            ],
            bills[0].Lines);
        Assert.Empty(bills[1].Lines);
    }

    [Fact]
    public async Task A_credit_is_a_negative_line_and_a_number_may_have_an_exponent()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(200,
            $$"""{"ResultsByTime":[{{Month("2026-11-01", "2026-12-01", false, Group("DataTransfer-Out-Bytes", "-1.5", "0"), Group("USE1-DataTransfer-Out-Bytes", "1.2E-9", "0"))}}]}"""));
        Assert.Equal([-1.5m, 0.0000000012m], (await BillsAsync(aws))[0].Lines.Select(line => line.Cost.Amount));
    }

    [Fact]
    public async Task A_month_that_is_spread_over_pages_is_one_bill_and_estimated_when_a_part_is()
    {
        await using var aws = await FaultyS3.StartAsync(
            new Answer(200, $$"""{"NextPageToken":"more","ResultsByTime":[{{Month("2026-11-01", "2026-12-01", false, Group("A-DataTransfer-Out-Bytes", "1", "1"))}}]}"""),
            new Answer(200, $$"""{"ResultsByTime":[{{Month("2026-11-01", "2026-12-01", true, Group("B-DataTransfer-Out-Bytes", "2", "2"))}}]}"""));
        var bill = Assert.Single(await BillsAsync(aws));
        Assert.Equal((2, true), (bill.Lines.Count, bill.IsEstimated));
        Assert.Equal("more", JsonNode.Parse(aws.Received[1].Body)!["NextPageToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_whose_second_page_fails_is_no_bill()
    {
        await using var aws = await FaultyS3.StartAsync(
            new Answer(200, $$"""{"NextPageToken":"more","ResultsByTime":[{{Month("2026-11-01", "2026-12-01", false, Group("A-DataTransfer-Out-Bytes", "1", "1"))}}]}"""), new Answer(503));
        Assert.NotNull((await Client(aws).BillsAsync(November, December, Ct)).Failure);
    }

    [Theory]
    [InlineData("""{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-12-01"}}]}""")]
    [InlineData("""{"ResultsByTime":[{"Estimated":false}]}""")]
    [InlineData("""{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-12-01"},"Estimated":false,"Groups":[{"Keys":["DataTransfer-Out-Bytes"],"Metrics":{"UnblendedCost":{"Amount":"1","Unit":"USD"}}}]}]}""")]
    [InlineData("""{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-12-01"},"Estimated":false,"Groups":[{"Keys":["DataTransfer-Out-Bytes"],"Metrics":{"UnblendedCost":{"Amount":"much","Unit":"USD"},"UsageQuantity":{"Amount":"1","Unit":"GB"}}}]}]}""")]
    [InlineData("""{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-12-01"},"Estimated":false,"Groups":[{"Keys":["DataTransfer-Out-Bytes"],"Metrics":{"UnblendedCost":{"Amount":"1","Unit":"USD"},"UsageQuantity":{"Amount":"1","Unit":"N/A"}}}]}]}""")]
    [InlineData("""{"ResultsByTime":[{"TimePeriod":{"Start":"2026-11-01","End":"2026-12-01"},"Estimated":false,"Groups":[{"Keys":["DataTransfer-Out-Bytes"],"Metrics":{"UnblendedCost":{"Amount":"1","Unit":"USD"},"UsageQuantity":{"Amount":"-1","Unit":"GB"}}}]}]}""")]
    [InlineData("""{"NextPageToken":"always"}""")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task An_answer_that_lacks_something_is_no_bill(string body)
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(200, body));
        var failure = (await Client(aws).BillsAsync(November, December, Ct)).Failure;
        Assert.Equal(AwsFailure.NoAnswerCode, failure!.Code);
    }

    [Theory]
    [InlineData(400, "LimitExceededException", true)]
    [InlineData(400, "com.amazonaws.ce#DataUnavailableException", false)]
    [InlineData(400, "AccessDeniedException", false)]
    public async Task What_Cost_Explorer_refuses_is_a_failure_that_says_so(int status, string type, bool mayPass)
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(status, $$"""{"__type":"{{type}}","message":"Said by AWS."}"""));
        var failure = (await Client(aws).BillsAsync(November, November, Ct)).Failure!;
        Assert.Equal((type.Split('#')[^1], mayPass), (failure.Code, failure.IsTransient));
        Assert.StartsWith("Cost Explorer refused to tell", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("Said by AWS.", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_is_waited_out_for_a_while()
    {
        await using var aws = await FaultyS3.StartAsync(new Answer(500), new Answer(503), new Answer(200, """{"ResultsByTime":[]}"""));
        Assert.Empty(await BillsAsync(aws));
        Assert.Equal(3, aws.Received.Count);
    }

    private static CostExplorerClient Client(FaultyS3 aws) => new(
        CostExplorerClient.Http(new SessionAWSCredentials("ASIATEST", "secret", "token"), TimeProvider.System, aws.Address, Clients.Quick), "eu-west-1", TimeProvider.System);

    private static async Task<List<Bill>> BillsAsync(FaultyS3 aws) =>
        (await Client(aws).BillsAsync(November, December, Ct)).Succeeded(out var bills, out var failure) ? bills : throw new InvalidOperationException(failure.Detail);

    private static string Month(string start, string end, bool isEstimated, params string[] groups) =>
        $$"""{"TimePeriod":{"Start":"{{start}}","End":"{{end}}"},"Total":{},"Groups":[{{string.Join(',', groups)}}],"Estimated":{{(isEstimated ? "true" : "false")}}}""";

    private static string Group(string type, string cost, string usage, string unit = "GB") =>
        $$$"""{"Keys":["{{{type}}}"],"Metrics":{"UnblendedCost":{"Amount":"{{{cost}}}","Unit":"USD"},"UsageQuantity":{"Amount":"{{{usage}}}","Unit":"{{{unit}}}"} } }""";
}
