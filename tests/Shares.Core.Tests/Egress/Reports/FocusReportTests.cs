using System.Globalization;
using CsCheck;
using Shares.Core.Egress.Reports;

namespace Shares.Core.Tests.Egress.Reports;

public sealed class FocusReportTests
{
    /// <summary>Column, a value that breaks a rule, and the rule. A plain row of the export keeps them all.</summary>
    public static readonly TheoryData<string, string, string> Violations = new()
    {
        { "BilledCost", "", "BilledCost must not be null" },
        { "BilledCost", "1,5", "BilledCost is no number" },
        { "BilledCost", "1.5E-7", "BilledCost is no number" },
        { "BilledCost", "+1.5", "BilledCost is no number" },
        { "BilledCost", "$1.5", "BilledCost is no number" },
        { "BillingAccountId", "", "BillingAccountId must not be null" },
        { "BillingAccountName", "", "BillingAccountName must not be null" },
        { "BillingCurrency", "", "BillingCurrency must not be null" },
        { "BillingCurrency", "usd", "BillingCurrency is no code of ISO 4217" },
        { "BillingPeriodStart", "", "BillingPeriodStart must not be null" },
        { "BillingPeriodStart", "2026-11-01", "BillingPeriodStart is no time of UTC that ends in Z" },
        { "BillingPeriodStart", "2026-11-02T00:00:00Z", "a billing period is a month whose end is exclusive" },
        { "BillingPeriodEnd", "", "BillingPeriodEnd must not be null" },
        { "BillingPeriodEnd", "2026-11-30T23:59:59Z", "a billing period is a month whose end is exclusive" },
        { "BillingPeriodEnd", "2026-12-01T00:00:00+00:00", "BillingPeriodEnd is no time of UTC that ends in Z" },
        { "ChargeCategory", "", "ChargeCategory must not be null" },
        { "ChargeCategory", "usage", "ChargeCategory is none that is allowed" },
        { "ChargeCategory", "Tax", "PricingQuantity must be null for taxes" },
        { "ChargeCategory", "Purchase", "ConsumedQuantity must be null for all but usage" },
        { "ChargeClass", "Regular", "ChargeClass is Correction or null" },
        { "ChargePeriodStart", "", "ChargePeriodStart must not be null" },
        { "ChargePeriodStart", "2026-10-31T00:00:00Z", "a charge lies within its billing period" },
        { "ChargePeriodStart", "2026-11-04T00:00:00Z", "a charge's period ends after it starts" },
        { "ChargePeriodEnd", "", "ChargePeriodEnd must not be null" },
        { "ChargePeriodEnd", "2026-12-02T00:00:00Z", "a charge lies within its billing period" },
        { "ChargePeriodEnd", "2026-11-03T00:00:00Z", "a charge's period ends after it starts" },
        { "ContractedCost", "", "ContractedCost must not be null" },
        { "EffectiveCost", "", "EffectiveCost must not be null" },
        { "InvoiceIssuerName", "", "InvoiceIssuerName must not be null" },
        { "ListCost", "", "ListCost must not be null" },
        { "ListCost", "free", "ListCost is no number" },
        { "PricingQuantity", "", "PricingQuantity must not be null for usage" },
        { "PricingQuantity", "1 GiB", "PricingQuantity is no number" },
        { "PricingUnit", "", "PricingUnit goes with PricingQuantity" },
        { "PricingUnit", "Gigabytes", "PricingUnit is no unit of data size" },
        { "ProviderName", "", "ProviderName must not be null" },
        { "PublisherName", "", "PublisherName must not be null" },
        { "ServiceCategory", "", "ServiceCategory must not be null" },
        { "ServiceCategory", "Data transfer", "ServiceCategory is none that is allowed" },
        { "ServiceName", "", "ServiceName must not be null" },
        { "SubAccountId", "", "SubAccountName goes with SubAccountId" },
        { "SubAccountName", "", "SubAccountName goes with SubAccountId" },
        { "ResourceId", "", "ResourceType goes with ResourceId" },
        { "ResourceId", "", "ResourceName must be null without ResourceId" },
        { "ResourceName", "0197c000-0000-7000-8000-000000000001", "ResourceName must not repeat ResourceId" },
        { "ResourceType", "", "ResourceType goes with ResourceId" },
        { "RegionId", "", "RegionId must not be null" },
        { "ConsumedQuantity", "", "ConsumedQuantity must not be null for usage" },
        { "ConsumedQuantity", "-1", "ConsumedQuantity is negative only in corrections" },
        { "ConsumedUnit", "", "ConsumedUnit goes with ConsumedQuantity" },
        { "ConsumedUnit", "bytes", "ConsumedUnit is no unit of data size" },
        { "Tags", "cost-center=1", "Tags is no flat object of JSON" },
        { "Tags", """{"a":{"b":1}}""", "Tags is no flat object of JSON" },
        { "Tags", """{"a":1,"a":2}""", "Tags is no flat object of JSON" },
        { "x_ShareName", "null", "x_ShareName has a word in place of null" },
        { "ContractedCost", "1.4", "nothing is prepaid or negotiated, so that costs are the same but for the list cost" },
        { "EffectiveCost", "1.4", "nothing is prepaid or negotiated, so that costs are the same but for the list cost" },
        { "x_AccessRoute", "BROWSER", "x_AccessRoute is none of , PRESIGNED_URL, CREDENTIALS, PIPELINE" },
        { "x_TransferZone", "", "x_TransferZone is none of INTERNET, CROSS_REGION, SAME_REGION" },
        { "x_AttributionConfidence", "LOW", "x_AttributionConfidence is none of HIGH, NONE" },
        { "x_CostStatus", "final", "x_CostStatus is none of ESTIMATED, FINAL" },
        { "x_AttributionConfidence", "NONE", "x_PrincipalId is there exactly when the charge is somebody's" },
        { "SubAccountId", "", "SubAccountId is there exactly when the charge is somebody's" },
        { "x_ShareId", "", "x_ShareId is there exactly when the charge is somebody's" },
    };

    /// <summary>A value of the wrong type in each column that is not text, and none in each that has to have one.</summary>
    public static TheoryData<string, string, string> WrongTypes =>
    [
        .. FocusRules.NeverNull.Select(column => (column, "", $"{column} must not be null")),
        .. from column in FocusRules.Decimals from value in (string[])["1,5", "1e3", " 1", "NaN", "0x10", "1."] select (column, value, $"{column} is no number"),
        .. from column in FocusRules.Times from value in (string[])["2026-11-03", "2026-11-03T00:00:00", "2026-11-03 00:00:00Z", "2026-11-03T00:00:00.000Z", "1793664000"] select (column, value, $"{column} is no time of UTC that ends in Z"),
    ];

    [Fact]
    public void Every_export_keeps_every_rule_and_is_the_bill() => MadeUpMonth.Any.Sample(month =>
    {
        var csv = Written.FocusAsync(month).GetAwaiter().GetResult();
        var rows = Written.Table(csv);

        Assert.Empty(FocusRules.BrokenByHeader(CsvWriterTests.Read(csv)[0]));
        Assert.All(rows, row => Assert.Empty(FocusRules.BrokenBy(row)));
        month.AssertAddsUp(rows.Sum(row => decimal.Parse(row["BilledCost"], CultureInfo.InvariantCulture)));
        Assert.Equal(month.Rows.Select(row => row.Cost.Amount), rows.Take(month.Rows.Count).Select(row => decimal.Parse(row["BilledCost"], CultureInfo.InvariantCulture)));
    }, iter: 300);

    [Theory]
    [MemberData(nameof(Violations))]
    [MemberData(nameof(WrongTypes))]
    public async Task Each_planted_violation_is_found(string column, string value, string rule)
    {
        var row = await PlainRowAsync();
        Assert.Empty(FocusRules.BrokenBy(row));

        row[column] = value;

        Assert.Contains(rule, FocusRules.BrokenBy(row));
    }

    [Theory]
    [InlineData("BilledCost", "", "BilledCost is mandatory")]
    [InlineData("ServiceName", "", "ServiceName is mandatory")]
    [InlineData("x_ShareId", "ShareId", "ShareId is no column of FOCUS and lacks the prefix x_")]
    [InlineData("x_ShareId", "x_ShareName", "x_ShareName is there twice")]
    [InlineData("ServiceName", "x_First", "own columns come last")]
    public void Each_planted_violation_of_the_columns_is_found(string column, string instead, string rule) =>
        Assert.Contains(rule, FocusRules.BrokenByHeader([.. FocusColumns.All.Select(name => name == column ? instead : name).Where(name => name.Length > 0)]));

    [Fact]
    public async Task A_row_says_what_was_charged_for_what_and_to_whom()
    {
        var row = await PlainRowAsync();

        Assert.Equal(FocusColumns.All, row.Keys);
        Assert.Equal(
            [
                "1.5000000000", "111122223333", "Research, Inc.", "USD", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "Usage", "",
                "Data transfer out of S3 to the Internet through the share \"Größe, \"quoted\"\" for Größe, \"quoted\"", "2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z",
                "1.5000000000", "1.5000000000", "Amazon Web Services", "0.135", "1.5", "GiB", "Amazon Web Services", "Amazon Web Services", "Storage", "Amazon Simple Storage Service",
                "0197a000-0000-7000-8000-000000000000", "immunology-lab", "0197c000-0000-7000-8000-000000000001", "line\r\nbreak", "Dataset", "us-east-1", "1610612736", "B", """{"shares/cost-center":"CC-0"}""",
                "0197b000-0000-7000-8000-000000000001", "Größe, \"quoted\"", "0197a000-0000-7000-8000-0000000000b1", "Größe, \"quoted\"", "lab-member", "PRESIGNED_URL", "INTERNET", "1", "HIGH", "FINAL",
            ],
            row.Values);
    }

    [Fact]
    public async Task What_no_publisher_pays_is_a_row_of_the_whole_month_that_names_nobody()
    {
        var row = Written.Table(await Written.FocusAsync(MadeUpMonth.Of([(0, MadeUpMonth.Entry(bytes: 750))], PeopleReportTests.Bill(1.00m, 1000))))[^1];

        Assert.Empty(FocusRules.BrokenBy(row));
        Assert.Equal(("0.2500000000", "250", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"), (row["BilledCost"], row["ConsumedQuantity"], row["ChargePeriodStart"], row["ChargePeriodEnd"]));
        Assert.All(["SubAccountId", "ResourceId", "Tags", "x_ShareId", "x_SubscribingProjectId", "x_PrincipalId"], column => Assert.Equal("", row[column]));
        Assert.Equal(("INTERNET", "NONE"), (row["x_TransferZone"], row["x_AttributionConfidence"]));
    }

    [Fact]
    public async Task A_later_version_has_what_it_changes_as_corrections()
    {
        var first = MadeUpMonth.Of([(0, MadeUpMonth.Entry(bytes: 400))], PeopleReportTests.Bill(1.00m, 1000));
        var second = MadeUpMonth.Of([(0, MadeUpMonth.Entry(bytes: 700))], PeopleReportTests.Bill(1.00m, 1000), version: 2);
        var change = second.Rows[0] with { Amount = second.Rows[0].Amount + -first.Rows[0].Amount, Cost = second.Rows[0].Cost - first.Rows[0].Cost, IsCorrection = true };
        var report = second with { Rows = [first.Rows[0], change] };

        var rows = Written.Table(await Written.FocusAsync(report, second.Head with { Corrected = [first.Statement] }));

        Assert.All(rows, row => Assert.Empty(FocusRules.BrokenBy(row)));
        Assert.Equal([("0.4000000000", "", "400"), ("0.3000000000", "Correction", "300"), ("0.6000000000", "", "600"), ("-0.3000000000", "Correction", "-300")], rows.Select(row => (row["BilledCost"], row["ChargeClass"], row["ConsumedQuantity"])));
    }

    [Fact]
    public async Task A_dataset_that_is_gone_has_no_name()
    {
        var month = MadeUpMonth.Of([(0, MadeUpMonth.Entry())], PeopleReportTests.Bill(1m, 1000));
        var row = Written.Table(await Written.FocusAsync(month with { Rows = [month.Rows[0] with { DatasetName = month.Rows[0].Key.Dataset.ToString() }] }))[0];

        Assert.Empty(FocusRules.BrokenBy(row));
        Assert.Equal("", row["ResourceName"]);
    }

    private static async Task<Dictionary<string, string>> PlainRowAsync() =>
        Written.Table(await Written.FocusAsync(MadeUpMonth.Of([(0, MadeUpMonth.Entry(bytes: 3L << 29))], PeopleReportTests.Bill(1.50m, 3L << 29))))[0];
}
