using Microsoft.Extensions.Time.Testing;
using Shares.Local.Events;
using Shares.Local.Template;
using Shares.Local.Tests.Gateway;
using Shares.Local.Tests.Template;
using Shares.Local.Tests.Trail;

namespace Shares.Local.Tests.Events;

public class SchedulesTests
{
    [Theory]
    [InlineData("""{"job":"RESCAN"}""", """{"job":"RESCAN"}""")]
    [InlineData(null, "Scheduled Event")]
    public async Task A_schedule_wakes_its_function_each_minute_with_its_input_or_with_EventBridges_event(string? input, string expected)
    {
        var (functions, time) = (new RecordingFunctions(), new FakeTimeProvider());
        var function = RealTemplate.Load().Function("ApiFunction") with { Schedules = [new ScheduleModel("rate(1 day)", input)] };
        await using var schedules = new Schedules([function], TrailWorld.Invoker(functions, time), time);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((2, "ApiFunction"), (functions.Invocations, functions.Function));
        Assert.Equal(expected, input is null ? (string?)functions.Event!["detail-type"] : functions.Event!.ToJsonString());
    }
}
