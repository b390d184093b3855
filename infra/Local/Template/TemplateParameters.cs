namespace Shares.Local.Template;

/// <summary>What an account would provide when it deploys the template.</summary>
/// <param name="Values">Values of the template's own parameters; those with a default may be absent.</param>
public sealed record TemplateParameters(
    IReadOnlyDictionary<string, string> Values,
    string AccountId = "111122223333",
    string Region = "us-east-1",
    string StackName = "shares");
