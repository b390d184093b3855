using System.Text.Json.Nodes;

namespace Shares.Local.Template;

/// <summary>Collects the model from all resources of a template and of those nested in it.</summary>
internal sealed class ModelReader
{
    private readonly List<TableModel> _tables = [];
    private readonly List<FunctionModel> _functions = [];
    private readonly List<RoleModel> _roles = [];
    private readonly List<RouteModel> _routes = [];
    private readonly List<JwtAuthorizerModel> _authorizers = [];
    private readonly List<BucketModel> _buckets = [];
    private readonly Dictionary<string, JsonNode> _bucketPolicies = [];
    private readonly List<TrailModel> _trails = [];
    private readonly List<string> _topics = [];
    private readonly List<PortalModel> _portals = [];

    public static TemplateModel Read(Stack stack)
    {
        var reader = new ModelReader();
        reader.ReadStack(stack);
        return new TemplateModel(
            Only(stack, reader._tables, "AWS::DynamoDB::Table"),
            reader._functions,
            reader._roles,
            reader._routes,
            Only(stack, reader._authorizers, "AWS::Serverless::HttpApi"),
            Only(stack, reader._portals, "AWS::CloudFront::ResponseHeadersPolicy"))
        {
            Buckets = [.. reader._buckets.Select(bucket => bucket with { Policy = reader._bucketPolicies.GetValueOrDefault(bucket.Name) })],
            Trails = reader._trails,
            Topics = reader._topics,
        };
    }

    private static T Only<T>(Stack stack, List<T> found, string type) =>
        found is [var only] ? only : throw new TemplateException($"{stack.File}: one {type} is expected, {found.Count} were found");

    private void ReadStack(Stack stack)
    {
        foreach (var resource in stack.Resources.Values) ReadResource(stack, resource);
        stack.CheckOutputs();
    }

    private void ReadResource(Stack stack, Resource resource)
    {
        switch (resource.Type)
        {
            case "AWS::DynamoDB::Table":
                _tables.Add(TableReader.Read(resource));
                break;
            case "AWS::Serverless::Function":
                var (function, routes) = FunctionReader.Read(resource);
                _functions.Add(function);
                _routes.AddRange(routes);
                break;
            case "AWS::Serverless::HttpApi":
                _authorizers.Add(HttpApiReader.Read(resource));
                break;
            case "AWS::IAM::Role":
                _roles.Add(RoleReader.Read(resource));
                break;
            case "AWS::S3::Bucket":
                _buckets.Add(StorageReader.ReadBucket(resource));
                break;
            case "AWS::S3::BucketPolicy":
                var (bucket, policy) = StorageReader.ReadPolicy(resource);
                _bucketPolicies.Add(bucket, policy);
                break;
            case "AWS::CloudTrail::Trail":
                _trails.Add(TrailReader.Read(resource));
                break;
            case "AWS::SNS::Topic":
                _topics.Add(PhysicalNames.Ref(resource)!);
                resource.Properties().PassOver([.. resource.Properties().Keys]);
                break;
            case "AWS::CloudFront::ResponseHeadersPolicy":
                _portals.Add(PortalReader.Read(resource));
                break;
            case "AWS::CloudFormation::Stack":
                ReadStack(stack.Nested(resource));
                break;
            // Attached managed policies are read with their role.
            case "AWS::IAM::ManagedPolicy":
            // Nothing on one machine keeps logs for days, alarms somebody, or reads the queue of what was given up.
            case "AWS::Logs::LogGroup" or "AWS::CloudWatch::Alarm" or "AWS::SQS::Queue":
            // The gateway takes the place of CloudFront.
            case "AWS::CloudFront::Distribution" or "AWS::CloudFront::OriginAccessControl" or "AWS::CloudFront::Function":
                resource.Properties().PassOver([.. resource.Properties().Keys]);
                break;
            default:
                throw resource.Place.Error(resource.Node, $"the local cloud does not know {resource.Type}");
        }
    }
}
