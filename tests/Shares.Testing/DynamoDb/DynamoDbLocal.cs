using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Shares.Testing.DynamoDb;

/// <summary>Amazon's DynamoDB Local in memory, one per test program, started when first needed and gone with the program.</summary>
public static class DynamoDbLocal
{
    private static readonly Lazy<Task<Uri>> Started = new(LaunchAsync);

    public static Task<Uri> StartAsync() => Started.Value;

    /// <summary>A client that fails at once rather than retrying, so that tests see what happens.</summary>
    public static IAmazonDynamoDB Client(Uri endpoint, Action<AmazonDynamoDBConfig>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var config = new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
            Timeout = TimeSpan.FromSeconds(30),
        };
        configure?.Invoke(config);
        return new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
    }

    private static async Task<Uri> LaunchAsync() => (await DynamoDbLocalProcess.StartAsync()).Endpoint;
}
