using Shares.Testing.RuntimeApi;

namespace Shares.Api.Tests.Description;

internal static class Refusing
{
    public static void Refuses(this HttpApiAnswer answer, int status, string code, string? field = null)
    {
        Assert.True(answer.StatusCode == status, answer.Text);
        Assert.Equal(code, answer.Json.GetProperty("errorCode").GetString());
        if (field is null) return;
        var messages = answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message").GetString()!);
        Assert.True(messages.Any(message => message.StartsWith(field, StringComparison.Ordinal)), $"nothing is said of {field}: {answer.Text}");
    }
}
