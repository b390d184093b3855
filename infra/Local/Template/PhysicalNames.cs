namespace Shares.Local.Template;

/// <summary>What !Ref and !GetAtt give for a resource on this machine. A name that AWS would generate is the logical id.</summary>
internal static class PhysicalNames
{
    public static string? Ref(Resource resource) => resource.Type switch
    {
        "AWS::DynamoDB::Table" => Named(resource, "TableName"),
        "AWS::Serverless::Function" => Named(resource, "FunctionName"),
        "AWS::Serverless::HttpApi" => "local",
        "AWS::IAM::Role" => Named(resource, "RoleName"),
        "AWS::IAM::ManagedPolicy" => Arn(resource, "iam", "policy/" + Named(resource, "ManagedPolicyName"), regional: false),
        "AWS::Logs::LogGroup" => Named(resource, "LogGroupName"),
        "AWS::S3::Bucket" => BucketName(resource),
        "AWS::SNS::Topic" => Arn(resource, "sns", Named(resource, "TopicName")),
        "AWS::CloudFront::Distribution" or "AWS::CloudFront::ResponseHeadersPolicy" => resource.LogicalId,
        _ => null,
    };

    public static string? Attribute(Resource resource, string attribute) => (resource.Type, attribute) switch
    {
        ("AWS::DynamoDB::Table", "Arn") => Arn(resource, "dynamodb", $"table/{Named(resource, "TableName")}"),
        ("AWS::DynamoDB::Table", "StreamArn") => Arn(resource, "dynamodb", $"table/{Named(resource, "TableName")}/stream/local"),
        ("AWS::IAM::Role", "Arn") => Arn(resource, "iam", $"role/{Named(resource, "RoleName")}", regional: false),
        ("AWS::Logs::LogGroup", "Arn") => Arn(resource, "logs", $"log-group:{Named(resource, "LogGroupName")}:*"),
        ("AWS::S3::Bucket", "Arn") => $"arn:aws:s3:::{BucketName(resource)}",
        ("AWS::SQS::Queue", "Arn") => Arn(resource, "sqs", Named(resource, "QueueName")),
        ("AWS::SQS::Queue", "QueueName") => Named(resource, "QueueName"),
        ("AWS::S3::Bucket", "RegionalDomainName") or ("AWS::CloudFront::Distribution", "DomainName") or ("AWS::CloudFront::OriginAccessControl", "Id") or ("AWS::CloudFront::Function", "FunctionARN")
            => resource.LogicalId,
        _ => null,
    };

    private static string Named(Resource resource, string property) => resource.Properties().Text(property) ?? resource.LogicalId;

    /// <summary>AWS too makes a name of lower case letters of the logical id.</summary>
    private static string BucketName(Resource resource) =>
        resource.Properties().Text("BucketName") ?? $"{resource.Place.Stack.Account.StackName}-{resource.LogicalId.ToLowerInvariant()}";

    private static string Arn(Resource resource, string service, string name, bool regional = true)
    {
        var account = resource.Place.Stack.Account;
        return $"arn:aws:{service}:{(regional ? account.Region : "")}:{account.AccountId}:{name}";
    }
}
