using Shares.SystemTests.Support;

namespace Shares.SystemTests.Cirro;

internal static class Reading
{
    /// <summary>The answer has this very status, and a client can read it as the model.</summary>
    public static Answer Reads(this Answer answer, int status, Model model)
    {
        answer.Expect(status);
        Assert.True(model.Refuse(answer.Body) is null, $"expected {model.Refuse(answer.Body)} in {answer.Text}");
        return answer;
    }

    /// <summary>A bare array of such objects.</summary>
    public static Answer ReadsListOf(this Answer answer, Model model)
    {
        answer.Expect(200);
        Assert.True(Kinds.ListOf(model.Refuse)(answer.Body) is null, $"expected {Kinds.ListOf(model.Refuse)(answer.Body)} in {answer.Text}");
        return answer;
    }

    /// <summary>Clients look at nothing but the status; it must be the documented one.</summary>
    public static void ReadsNothing(this Answer answer, int status = 200) => answer.Expect(status);

    /// <summary>Clients raise an exception with code and detail, or give back nothing for 404.</summary>
    public static Answer ReadsError(this Answer answer, int status, string code)
    {
        answer.Reads(status, Models.Error);
        Assert.Equal(status, (int)answer["statusCode"]);
        Assert.Equal(code, (string?)answer["errorCode"]);
        Assert.NotEqual("", (string?)answer["errorDetail"]);
        return answer;
    }
}
