namespace Shares.Testing.RuntimeApi;

/// <summary>How a function ended an invocation: exactly one of response, error, or a response over the limit.</summary>
public sealed record InvocationOutcome(string? Response, InvocationError? Error, bool TooLarge)
{
    /// <summary>The response as API Gateway reads it.</summary>
    public HttpApiAnswer Http => HttpApiAnswer.Parse(Response ?? throw new InvalidOperationException($"There is no response, but {this}."));
}

/// <summary>What a function posted as an error of an invocation or of its start.</summary>
/// <param name="Type">As Lambda records it: <c>Unknown</c> unless it has Lambda's form.</param>
public sealed record InvocationError(string Type, string Body);
