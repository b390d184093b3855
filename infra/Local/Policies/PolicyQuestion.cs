namespace Shares.Local.Policies;

/// <summary>One request to be judged by the policies that speak about it. Policies are JSON documents as text.</summary>
/// <param name="Principal">ARN of the session that asks.</param>
/// <param name="Resource">ARN, or <c>*</c> for actions that have no resource.</param>
/// <param name="Context">Condition keys; a value is a string or a list of strings. A key that is absent is absent to the policies.</param>
/// <param name="SessionPolicies">When empty, the session has no limits of its own.</param>
public sealed record PolicyQuestion(
    string Principal,
    string Action,
    string Resource,
    IReadOnlyDictionary<string, object> Context,
    IReadOnlyList<string> IdentityPolicies,
    IReadOnlyList<string> SessionPolicies,
    string? ResourcePolicy);
