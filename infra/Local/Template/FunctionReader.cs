using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Shares.Local.Template;

internal static class FunctionReader
{
    private const string BeforeRoleName = ":role/";

    /// <summary>Lambda's default.</summary>
    private const int AsyncRetries = 2;

    public static (FunctionModel Function, IReadOnlyList<RouteModel> Routes) Read(Resource resource)
    {
        var function = new Block(resource.Place, WithGlobals(resource));
        // The local cloud starts the program for the machine that it was built on.
        function.PassOver("Runtime", "Handler", "Architectures", "FunctionName");
        var events = function.Child("Events");
        var sources = new List<StreamSourceModel>();
        var routes = new List<RouteModel>();
        var patterns = new List<JsonNode>();
        var schedules = new List<ScheduleModel>();
        var logs = new List<string>();
        foreach (var name in events?.Keys ?? [])
        {
            var source = events!.RequiredChild(name);
            var properties = source.RequiredChild("Properties");
            var type = source.RequiredText("Type");
            if (type == "HttpApi") routes.Add(ReadRoute(resource.LogicalId, properties));
            else if (type == "DynamoDB") sources.Add(StreamSourceReader.Read(properties));
            else if (type == "EventBridgeRule") patterns.Add(ReadPattern(properties));
            else if (type == "Schedule") schedules.Add(ReadSchedule(properties));
            else if (type == "CloudWatchLogs") logs.Add(ReadLogSubscription(properties));
            else throw resource.Place.Error(source.Node, $"the local cloud does not know events of type {type}");
            source.End();
        }

        var model = new FunctionModel(
            resource.LogicalId,
            PhysicalNames.Ref(resource)!,
            function.RequiredText("CodeUri").TrimEnd('/'),
            function.Number("MemorySize") ?? 128,
            TimeSpan.FromSeconds(function.Number("Timeout") ?? 3),
            ReadEnvironment(function),
            RoleName(function),
            LogGroup(function),
            function.Text("Tracing") == "Active",
            sources,
            patterns,
            schedules,
            logs,
            function.Number("ReservedConcurrentExecutions"));
        ReadRetries(function);
        function.End();
        return (model, routes);
    }

    private static JsonNode ReadPattern(Block rule)
    {
        var pattern = rule.Json("Pattern") ?? throw rule.Place.Error(rule.Node, "Pattern is missing");
        rule.End();
        return pattern;
    }

    private static ScheduleModel ReadSchedule(Block schedule)
    {
        schedule.PassOver("Description");
        var model = new ScheduleModel(schedule.RequiredText("Schedule"), schedule.Text("Input"));
        schedule.End();
        return model;
    }

    private static string ReadLogSubscription(Block subscription)
    {
        if (subscription.Text("FilterPattern") is not (null or ""))
            throw subscription.Place.Error(subscription.Node, "the local cloud knows subscriptions without a filter pattern only");
        var group = subscription.RequiredText("LogGroupName");
        subscription.End();
        return group;
    }

    /// <summary>Of events that nobody waits for. Here they are never older than their retries.</summary>
    private static void ReadRetries(Block function)
    {
        var invoke = function.Child("EventInvokeConfig");
        invoke?.PassOver("MaximumEventAgeInSeconds");
        if (invoke?.Number("MaximumRetryAttempts") is not (null or AsyncRetries))
            throw invoke!.Place.Error(invoke.Node, $"the local cloud knows {AsyncRetries} retries only");
        invoke?.End();
    }

    private static RouteModel ReadRoute(string function, Block route)
    {
        // There is one API; Stack.Ref has checked that it exists.
        route.PassOver("ApiId");
        var auth = route.Child("Auth");
        var model = new RouteModel(
            route.RequiredText("Method").ToUpperInvariant(),
            route.RequiredText("Path"),
            function,
            HttpApiReader.Authorizer(route, auth?.Text("Authorizer")));
        auth?.End();
        route.End();
        return model;
    }

    private static string LogGroup(Block function)
    {
        var logging = function.RequiredChild("LoggingConfig");
        logging.PassOver("LogFormat");
        var name = logging.RequiredText("LogGroup");
        logging.End();
        return name;
    }

    private static Dictionary<string, string> ReadEnvironment(Block function)
    {
        var environment = function.Child("Environment");
        var variables = environment?.Json("Variables")?.AsObject() ?? [];
        environment?.End();
        return variables.ToDictionary(variable => variable.Key, variable => variable.Value!.ToString());
    }

    private static string RoleName(Block function)
    {
        var arn = function.RequiredText("Role");
        var at = arn.IndexOf(BeforeRoleName, StringComparison.Ordinal);
        return at > 0 ? arn[(at + BeforeRoleName.Length)..] : throw function.Place.Error(function.Node, $"{arn} is not the ARN of a role");
    }

    /// <summary>SAM merges mappings member by member; anything else of the function takes the place of the global.</summary>
    private static YamlMappingNode WithGlobals(Resource resource) =>
        (YamlMappingNode)Merge(resource.Place.Stack.Globals, resource.Properties().Node);

    private static YamlNode Merge(YamlNode global, YamlNode own)
    {
        if (global is not YamlMappingNode { Tag.IsEmpty: true } left || own is not YamlMappingNode { Tag.IsEmpty: true } right) return own;
        var merged = new YamlMappingNode(left.Children);
        foreach (var (key, value) in right.Children)
            merged.Children[key] = left.Children.TryGetValue(key, out var other) ? Merge(other, value) : value;
        return merged;
    }
}
