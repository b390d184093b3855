using Shares.Local.Identity;
using Shares.Local.Permissions;
using Shares.Local.Policies;
using Shares.Local.Signing;
using Shares.Local.Template;

namespace Shares.Local.Startup;

/// <summary>
/// What Lambda itself does under a function's role: writing its log, sending traces, reading the table's stream and reporting batches
/// that were given up. Nothing of that shows here when a role forgets it, so it is asked for at the start.
/// </summary>
public sealed class ExecutionRoles(RoleCatalog roles, CredentialStore credentials, PolicyEvaluator policies, PermissionRecord record, TimeProvider time)
{
    // Lambda asks for all four before it makes a mapping.
    private static readonly string[] OfStreams = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"];

    /// <exception cref="StartupException">A role forgets something; the message names role, action and resource.</exception>
    public async Task CheckAsync(TemplateModel template, CancellationToken cancellationToken)
    {
        foreach (var function in template.Functions)
        {
            var caller = CallerFor(function);
            foreach (var (action, resource) in Needs(function)) await CheckAsync(caller, action, resource, cancellationToken);
        }
    }

    private static IEnumerable<(string Action, string Resource)> Needs(FunctionModel function)
    {
        var log = $"arn:aws:logs:{LocalAccount.Region}:{LocalAccount.Id}:log-group:{function.LogGroup}:log-stream:2026/01/01/[$LATEST]0";
        yield return ("logs:CreateLogStream", log);
        yield return ("logs:PutLogEvents", log);
        if (function.IsTraced)
        {
            yield return ("xray:PutTraceSegments", "*");
            yield return ("xray:PutTelemetryRecords", "*");
        }

        foreach (var source in function.EventSources)
        {
            foreach (var action in OfStreams) yield return (action, source.Stream);
            if (source.FailureDestination is { } queue) yield return ("sqs:SendMessage", queue);
        }
    }

    private Caller CallerFor(FunctionModel function)
    {
        var role = roles.Find(function.RoleName)!;
        var principal = credentials.IssueFor(role, function.LogicalId).Principal;
        var signature = new SignatureResult.Verified(principal, AuthType.Header, time.GetUtcNow(), TimeSpan.Zero, "lambda");
        return new Caller(signature, new RequestOrigin("127.0.0.1", VpcId: null), role.PolicyTexts);
    }

    private async Task CheckAsync(Caller caller, string action, string resource, CancellationToken cancellationToken)
    {
        var answer = await policies.EvaluateAsync(caller.Question(action, resource, caller.Context(time.GetUtcNow())), cancellationToken);
        var isAllowed = !answer.IsDenied && answer.IsAllowedByIdentity;
        record.Note(caller.Principal, action, resource, isAllowed);
        if (!isAllowed)
            throw new StartupException($"Lambda could not work for {caller.Principal.SessionName}: {caller.Principal.RoleName} does not allow {action} on {resource}");
    }
}
