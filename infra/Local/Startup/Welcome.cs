using Shares.Local.Issuer;
using Spectre.Console;

namespace Shares.Local.Startup;

/// <summary>What somebody needs to know who has just started the system.</summary>
internal static class Welcome
{
    public static void Print(LocalPorts ports, string logs)
    {
        var addresses = new Table().Border(TableBorder.Rounded).AddColumns("address", "what");
        addresses.AddRow($"http://localhost:{ports.Gateway}/", "portal at /, API at /api (tokens) and /iam (signed), issuer at /oidc");
        addresses.AddRow($"http://localhost:{ports.Internet}", "AWS from the Internet: S3, S3 Control, STS, Lambda, Cost Explorer, CloudWatch, SNS");
        addresses.AddRow($"http://localhost:{ports.Vpc}", "AWS from inside the pipelines' VPC");
        addresses.AddRow($"http://localhost:{ports.DynamoDb}", "DynamoDB: signed requests, as for all of AWS");
        addresses.AddRow(new Text(logs), new Text("what the functions print"));
        AnsiConsole.Write(addresses);

        var users = new Table().Border(TableBorder.Rounded).AddColumns("user", "is");
        foreach (var user in DemoUser.All) users.AddRow(new Text(user.Name), new Text(user.Role));
        AnsiConsole.Write(users);

        Console.WriteLine($$"""

            # a person asks the API
            TOKEN=$(curl -s -d grant_type=password -d username=core-admin http://localhost:{{ports.Gateway}}/oidc/token | {{Pick("x.access_token")}})
            curl -s -H "Authorization: Bearer $TOKEN" http://localhost:{{ports.Gateway}}/api/projects

            # AWS's own tools, as administrator
            eval "$(curl -s 'http://localhost:{{ports.Internet}}/_local/credentials?role=admin' | {{Pick(Exports)}})"
            aws --endpoint-url http://localhost:{{ports.Internet}} lambda list-functions

            """);
    }

    private const string Exports =
        "`export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 AWS_ACCESS_KEY_ID=${x.AccessKeyId} AWS_SECRET_ACCESS_KEY=${x.SecretAccessKey} AWS_SESSION_TOKEN=${x.SessionToken}`";

    /// <summary>A command that reads JSON, named x, and prints an expression of JavaScript.</summary>
    private static string Pick(string expression) => $"node -pe 'x = JSON.parse(fs.readFileSync(0)), {expression}'";
}
