namespace Shares.Local.DynamoDb;

/// <summary>A permission that a request to DynamoDB needs. A request may need several, and is refused for any that is missing.</summary>
/// <param name="Action">Such as <c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN of the table, of its stream, or <c>*</c>.</param>
/// <param name="LeadingKeys">Partition keys of the items that it is about: <c>dynamodb:LeadingKeys</c>. <see langword="null"/> when it is about no items by key.</param>
/// <param name="EnclosingOperation">The transaction that it is a part of, <c>dynamodb:EnclosingOperation</c>.</param>
public sealed record DynamoDbAccess(
    string Action, string Resource, IReadOnlyList<string>? LeadingKeys = null, string? EnclosingOperation = null)
{
    /// <summary>The condition keys of DynamoDB that the local cloud sets. A policy that uses another one would be judged wrongly.</summary>
    public static IReadOnlyList<string> ConditionKeys { get; } = ["dynamodb:LeadingKeys", "dynamodb:EnclosingOperation"];

    public IEnumerable<KeyValuePair<string, object>> Conditions()
    {
        if (LeadingKeys is not null) yield return new("dynamodb:LeadingKeys", LeadingKeys.ToArray());
        if (EnclosingOperation is not null) yield return new("dynamodb:EnclosingOperation", EnclosingOperation);
    }
}
