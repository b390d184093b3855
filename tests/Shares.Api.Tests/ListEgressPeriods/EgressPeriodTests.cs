using Shares.Api.Tests.Running;
using Shares.Core.Egress.Costs;

namespace Shares.Api.Tests.ListEgressPeriods;

public sealed class EgressPeriodTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Months_are_listed_latest_first_with_what_their_numbers_rest_on()
    {
        await new MadeUpReport(BillingPeriod.Parse("2025-12")).PutAsync(api);
        await new MadeUpReport(BillingPeriod.Parse("2026-01"), Rows: 2).PutAsync(api);

        var months = (await api.GetAsync("finance", "/reports/egress/periods")).Json.GetProperty("data");

        Assert.Equal(["2026-10", "2026-01", "2025-12"], months.EnumerateArray().Select(month => month.GetProperty("period").GetString()));
        Assert.Equal(
            """{"period":"2026-01","status":"ESTIMATED","version":0,"madeAt":"2026-11-05T00:00:00Z","currency":"USD","attributed":0.20,"unattributed":0.05,"billed":0,"difference":-0.25,"priceVersion":"2025-11-01","completeness":{"bill":"MISSING","checkedDays":3,"uncheckedDays":1,"meteredBytes":1100,"checkedBytes":1000,"gap":100}}""",
            months[1].GetRawText());
    }
}
