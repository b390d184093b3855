using Shares.Api.Tests.Running;

namespace Shares.Api.Tests.Description;

public sealed class RepeatRefusalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    public static TheoryData<string> Repeatable => RouteCase.Where(operation => operation.Refusals.Any(refusal => refusal.Code == "IDEMPOTENCY_KEY_REUSED"));

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task A_key_that_was_sent_with_another_body_is_refused(string route)
    {
        var each = RouteCase.Of(route);
        var other = each.Rule.ParsedBody!.AsObject();
        other["description"] = "another";
        var first = (await each.RequestAsync(api)).WithHeader("idempotency-key", $"reused-for-{each.Operation.Id}");
        var second = (await each.RequestAsync(api, other)) with { RawPath = first.RawPath, Headers = first.Headers };

        Assert.Equal(each.Operation.Success, (await api.SendAsync(first)).StatusCode);
        (await api.SendAsync(second)).Refuses(409, "IDEMPOTENCY_KEY_REUSED");
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task A_key_that_is_none_is_refused_by_name(string route)
    {
        var request = await RouteCase.Of(route).RequestAsync(api);

        (await api.SendAsync(request.WithHeader("idempotency-key", "two words"))).Refuses(400, "VALIDATION_FAILED", "Idempotency-Key");
    }
}
