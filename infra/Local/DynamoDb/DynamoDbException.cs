namespace Shares.Local.DynamoDb;

/// <param name="code">Such as <c>ResourceInUseException</c>.</param>
public sealed class DynamoDbException(string code, string message) : Exception($"{code}: {message}")
{
    public string Code => code;
}
