using Shares.Local.Issuer;
using Spectre.Console;

namespace Shares.Local.Startup;

/// <summary>What somebody needs to know who has just started the system.</summary>
internal static class Welcome
{
    public static void Print(LocalPorts ports, string logs)
    {
        var addresses = new Table().Border(TableBorder.Rounded).AddColumns("address", "what");
        addresses.AddRow($"http://localhost:{ports.Gateway}/", "API at /api (tokens) and /iam (signed), issuer at /oidc");
        addresses.AddRow($"http://localhost:{ports.Internet}", "AWS from the Internet: S3, S3 Control, STS, Lambda");
        addresses.AddRow($"http://localhost:{ports.Vpc}", "AWS from inside the pipelines' VPC");
        addresses.AddRow($"http://localhost:{ports.DynamoDb}", "DynamoDB Local");
        addresses.AddRow(new Text(logs), new Text("what the functions print"));
        AnsiConsole.Write(addresses);

        var users = new Table().Border(TableBorder.Rounded).AddColumns("user", "is");
        foreach (var user in DemoUser.All) users.AddRow(new Text(user.Name), new Text(user.Role));
        AnsiConsole.Write(users);

        Console.WriteLine($"""

            export TOKEN=$(curl -s -d grant_type=password -d username=core-admin http://localhost:{ports.Gateway}/oidc/token | grep -oE '"access_token": *"[^"]+"' | cut -d '"' -f 4)
            curl -s -H "Authorization: Bearer $TOKEN" http://localhost:{ports.Gateway}/api/projects
            curl -s 'http://localhost:{ports.Internet}/_local/credentials?role=admin'
            aws --endpoint-url http://localhost:{ports.Internet} lambda list-functions

            """);
    }
}
