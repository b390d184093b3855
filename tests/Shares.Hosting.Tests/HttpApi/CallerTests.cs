using System.Security.Claims;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class CallerTests
{
    [Fact]
    public async Task Without_an_authorizer_the_caller_is_not_authenticated()
    {
        var user = await CallerOfAsync(HttpApiEvent.Get("/health").ToJson());

        Assert.False(user.Identity!.IsAuthenticated);
        Assert.Empty(user.Claims);
    }

    [Theory]
    [InlineData("[a b]", new[] { "a", "b" })]
    [InlineData("[a]", new[] { "a" })]
    [InlineData("[]", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a b", new[] { "a b" })]
    public async Task A_list_claim_becomes_one_claim_an_item(string written, string[] expected)
    {
        var user = await CallerOfAsync(Person(("sub", "lab-admin"), ("cognito:groups", written)));

        Assert.Equal(expected, user.FindAll("cognito:groups").Select(claim => claim.Value));
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("username")]
    [InlineData("email")]
    public async Task A_persons_own_name_is_never_taken_for_a_list(string claim)
    {
        var user = await CallerOfAsync(Person((claim, "[core-admin]")));

        Assert.Equal("[core-admin]", Assert.Single(user.FindAll(claim)).Value);
    }

    [Fact]
    public async Task Claims_that_are_no_strings_keep_their_JSON_form()
    {
        var json = HttpApiEvent.Get("/").By("lab-admin").ToJsonObject();
        var claims = json["requestContext"]!["authorizer"]!["jwt"]!["claims"]!.AsObject();
        claims["exp"] = 1790000000;
        claims["email_verified"] = true;
        claims["nothing"] = null;

        var user = await CallerOfAsync(json.ToJsonString());

        Assert.Equal("1790000000", user.FindFirstValue("exp"));
        Assert.Equal("True", user.FindFirstValue("email_verified"), ignoreCase: true);
        Assert.Null(user.FindFirst("nothing"));
    }

    [Fact]
    public async Task A_caller_never_stays_for_the_next_request()
    {
        var callers = new List<string?>();
        await using var function = await WebFunction.StartAsync(context =>
        {
            callers.Add(context.User.FindFirstValue("sub"));
            return Task.CompletedTask;
        });

        await function.InvokeAsync(HttpApiEvent.Get("/").By("lab-admin"));
        await function.InvokeAsync(HttpApiEvent.Get("/"));
        await function.InvokeAsync(HttpApiEvent.Get("/").ByRole("immunology-lab-pipeline"));

        Assert.Equal(["lab-admin", null, null], callers);
    }

    [Fact]
    public async Task An_IAM_caller_without_an_ARN_is_a_poisoned_event()
    {
        await using var function = await WebFunction.StartAsync(_ => Task.CompletedTask);
        var json = HttpApiEvent.Get("/").ByRole("immunology-lab-pipeline").ToJsonObject();
        json["requestContext"]!["authorizer"]!["iam"]!.AsObject().Remove("userArn");

        Assert.Equal("Function.InvalidEvent", (await function.Api.InvokeAsync(json.ToJsonString())).Error?.Type);
    }

    private static string Person(params (string Name, string Value)[] claims) =>
        (HttpApiEvent.Get("/") with { Claims = claims.ToDictionary(claim => claim.Name, claim => claim.Value) }).ToJson();

    private static async Task<ClaimsPrincipal> CallerOfAsync(string eventJson)
    {
        ClaimsPrincipal? user = null;
        await using var function = await WebFunction.StartAsync(context =>
        {
            user = context.User;
            return Task.CompletedTask;
        });
        Assert.NotNull((await function.Api.InvokeAsync(eventJson)).Response);
        return user!;
    }
}
