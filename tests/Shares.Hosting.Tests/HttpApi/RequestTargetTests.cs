using CsCheck;
using Microsoft.AspNetCore.Http.Features;
using Shares.Hosting.Tests.Support;
using Shares.Testing.RuntimeApi;

namespace Shares.Hosting.Tests.HttpApi;

public class RequestTargetTests
{
    [Theory]
    [InlineData("prod", "/prod/projects", "/prod", "/projects")]
    [InlineData("prod", "/prod", "/prod", "/")]
    [InlineData("prod", "/prod/", "/prod", "/")]
    [InlineData("prod", "/production", "", "/production")]
    [InlineData("prod", "/projects/prod", "", "/projects/prod")]
    [InlineData("prod", "/PROD/projects", "", "/PROD/projects")]
    [InlineData("$default", "/$default/projects", "", "/$default/projects")]
    [InlineData("$default", "", "", "/")]
    public async Task The_stage_is_taken_off_only_as_a_whole_first_segment(string stage, string rawPath, string pathBase, string path)
    {
        var seen = await SeenAsync(new("GET", rawPath) { Stage = stage });

        Assert.Equal((pathBase, path), (seen.PathBase, seen.Path));
    }

    [Theory]
    [InlineData("/a%20b", "/a b")]
    [InlineData("/caf%C3%A9", "/café")]
    [InlineData("/a%2Fb", "/a%2Fb")]
    [InlineData("/a%2fb", "/a%2fb")]
    [InlineData("/a%252Fb", "/a%2Fb")]
    [InlineData("/a+b", "/a+b")]
    [InlineData("/50%", "/50%")]
    [InlineData("/%zz", "/%zz")]
    [InlineData("/%ff", "/%ff")]
    [InlineData("/files/../secret", "/files/../secret")]
    [InlineData("/files/%2e%2e/secret", "/files/../secret")]
    [InlineData("/files/..%2Fsecret", "/files/..%2Fsecret")]
    [InlineData("/./a//b", "/./a//b")]
    public async Task The_path_is_decoded_once_and_no_segment_disappears(string rawPath, string path)
    {
        var seen = await SeenAsync(new("GET", rawPath));

        Assert.Equal(path, seen.Path);
        Assert.Equal(rawPath, seen.RawTarget);
    }

    [Theory]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/what?", "/what%3F")]
    [InlineData("/café", "/caf%C3%A9")]
    [InlineData("/line\nbreak", "/line%0Abreak")]
    public async Task A_path_that_API_Gateway_has_decoded_is_encoded_in_the_target(string rawPath, string target)
    {
        var seen = await SeenAsync(new("GET", rawPath));

        Assert.Equal(target, seen.RawTarget);
        Assert.Equal(rawPath, seen.Path);
    }

    [Fact]
    public async Task The_query_is_passed_on_as_it_was_sent()
    {
        var seen = await SeenAsync(HttpApiEvent.Get("/a", "tag=x%26y&tag=a+b&empty="));

        Assert.Equal("?tag=x%26y&tag=a+b&empty=", seen.QueryString);
        Assert.Equal("/a?tag=x%26y&tag=a+b&empty=", seen.RawTarget);
    }

    [Theory]
    [InlineData("/a%00b")]
    [InlineData("/a\0b")]
    public async Task A_null_character_in_the_path_is_refused_before_the_application(string rawPath)
    {
        await using var function = await WebFunction.StartAsync(_ => throw new InvalidOperationException("not reached"));

        var answer = await function.InvokeAsync(new("GET", rawPath));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal("VALIDATION_FAILED", answer.Json.GetProperty("errorCode").GetString());
    }

    [Fact]
    public async Task Every_path_is_answered_and_keeps_its_segments()
    {
        IHttpRequestFeature? seen = null;
        await using var function = await WebFunction.StartAsync(context =>
        {
            seen = context.Features.Get<IHttpRequestFeature>();
            return Task.CompletedTask;
        });

        await Gen.String[Gen.Char[" %.?#/2Fe0aé\n\uFFFD"], 0, 20].SampleAsync(
            async path =>
            {
                var answer = await function.InvokeAsync(new("GET", "/" + path));
                if (answer.StatusCode == 400) return path.Contains("%00", StringComparison.Ordinal);
                return answer.StatusCode == 200 && seen!.Path.Count('/') == path.Count('/') + 1;
            },
            iter: 300,
            threads: 1);
    }

    private static async Task<IHttpRequestFeature> SeenAsync(HttpApiEvent request)
    {
        IHttpRequestFeature? seen = null;
        await using var function = await WebFunction.StartAsync(context =>
        {
            seen = context.Features.Get<IHttpRequestFeature>();
            return Task.CompletedTask;
        });
        await function.InvokeAsync(request);
        return seen!;
    }
}
