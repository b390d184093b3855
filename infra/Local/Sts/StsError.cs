namespace Shares.Local.Sts;

/// <summary>A refusal in STS's terms.</summary>
public sealed record StsError(int Status, string Code, string Message)
{
    public static StsError Validation(string message) => new(400, "ValidationError", message);

    public static StsError AccessDenied(string caller, string action, string resource) =>
        new(403, "AccessDenied", $"User: {caller} is not authorized to perform: {action} on resource: {resource}");

    public static StsError MissingToken { get; } = new(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
}
