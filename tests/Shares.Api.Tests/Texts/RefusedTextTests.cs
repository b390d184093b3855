using Shares.Api.Tests.Running;
using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Texts;

/// <summary>Texts that no field takes, as JSON escapes them: half characters, controls, nothing, too much.</summary>
public sealed class RefusedTextTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly (string Kind, string Escaped)[] Broken =
    [
        ("the first half of a character", @"a\ud83d"),
        ("the second half of a character", @"\uddeca"),
        ("the halves the wrong way round", @"\uddec\ud83e"),
        ("the first half twice", @"\ud83e\ud83e\uddec"),
        ("NUL", @"a\u0000b"),
        ("bell", @"a\u0007b"),
        ("escape", @"a\u001b[31mb"),
        ("delete", @"a\u007fb"),
        ("a C1 control", @"a\u0090b"),
        ("next line inside", @"a\u0085b"),
    ];

    private static readonly (string Kind, string Escaped)[] BrokenOnOneLine =
    [
        ("a tab inside", @"a\tb"), ("a line break inside", @"a\nb"), ("a carriage return inside", @"a\rb"), ("nothing", ""), ("blanks", "   "), ("ideographic blanks", @"\u3000\u3000"),
        ("121 characters", new('x', 121)), ("121 wide characters", string.Concat(Enumerable.Repeat(@"\u754c", 121))),
        ("121 characters outside the basic plane", string.Concat(Enumerable.Repeat(@"\ud83e\uddec", 121))),
    ];

    private static readonly (string Field, string Route, string Body)[] Fields =
    [
        ("name", "/projects/{p}/shares", """{"name":"TEXT","conditions":[]}"""),
        ("keywords[0]", "/projects/{p}/shares", """{"name":"s","conditions":[],"keywords":["TEXT"]}"""),
        ("conditions[0].value", "/projects/{p}/shares", """{"name":"s","conditions":[{"field":"TAG","value":"TEXT"}]}"""),
        ("conditions[0].value", "/projects/{p}/shares", """{"name":"s","conditions":[{"field":"PROCESS_ID","value":"TEXT"}]}"""),
        ("name", "/projects/{p}/datasets/upload", """{"name":"TEXT","processId":"t","expectedFiles":[]}"""),
        ("processId", "/projects/{p}/datasets/upload", """{"name":"d","processId":"TEXT","expectedFiles":[]}"""),
        ("tags[0]", "/projects/{p}/datasets/upload", """{"name":"d","processId":"t","expectedFiles":[],"tags":[{"value":"TEXT"}]}"""),
        ("name", "/projects", """{"name":"TEXT"}"""),
        ("name", "/governance/classifications", """{"name":"TEXT"}"""),
    ];

    private static readonly (string Field, string Route, string Body)[] Descriptions =
    [
        ("description", "/projects/{p}/shares", """{"name":"s","conditions":[],"description":"TEXT"}"""),
        ("description", "/projects/{p}/datasets/upload", """{"name":"d","processId":"t","expectedFiles":[],"description":"TEXT"}"""),
        ("description", "/projects", """{"name":"p","description":"TEXT"}"""),
    ];

    public static TheoryData<string, string, string, string, string> Rows =>
    [
        .. from text in Broken.Concat(BrokenOnOneLine) from at in Fields select Row(text, at),
        .. from text in Broken from at in Descriptions select Row(text, at),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_refused(string kind, string field, string route, string body, string escaped)
    {
        var path = route.Replace("{p}", $"{api.World.Publisher}", StringComparison.Ordinal);
        var json = body.Replace("TEXT", escaped, StringComparison.Ordinal);
        var request = HttpApiEvent.Send("POST", $"/api{path}", json);

        var answer = await api.SendAsync(path.StartsWith("/projects/", StringComparison.Ordinal) ? request.By("owner") : request.By("admin", "shares-admin"));

        Assert.True(answer.StatusCode == 400, $"{kind} in {field}: {answer.Text}");
        // Half a character is no JSON text at all, which is told before any field is looked at.
        if (answer.Json.GetProperty("errorCode").GetString() == "MALFORMED_BODY") Assert.Contains(@"\ud", escaped, StringComparison.Ordinal);
        else Assert.StartsWith($"{field}: ", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tag")]
    [InlineData("processId")]
    [InlineData("createdBy")]
    [InlineData("text")]
    [InlineData("keyword")]
    public async Task What_no_text_can_be_is_found_nowhere(string filter)
    {
        foreach (var value in new[] { "%00", "%FF", "%ED%A0%80", "%C0%AF", "%F4%90%80%80", "%EF%BF%BE", "%1b" })
        {
            var answer = await api.GetAsync("owner", $"/projects/{api.World.Publisher}/datasets", $"{filter}={value}");
            Assert.Contains(answer.StatusCode, new[] { 200, 400 });
            if (answer.StatusCode == 200) Assert.Equal(0, answer.Json.GetProperty("data").GetArrayLength());
        }
    }

    private static TheoryDataRow<string, string, string, string, string> Row((string Kind, string Escaped) text, (string Field, string Route, string Body) at) =>
        new(text.Kind, at.Field, at.Route, at.Body, text.Escaped);
}
