using System.Text;
using Shares.OpenApi.Routing;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Documents;

/// <summary>The routes in a table for people.</summary>
internal static class RoutePage
{
    public static string Write(IReadOnlyList<ContractRoute> routes)
    {
        var page = new StringBuilder($"""
            # Routes

            Written by `{Contract.Refresh}` from the route tables of the functions, as is [openapi.json](openapi.json), which has parameters and bodies too. **C**: a route of the public Cirro API.

            """);
        foreach (var group in routes.GroupBy(route => route.Group))
        {
            page.Append($"\n## {group.Key.Name}\n\n{group.Key.Description}\n\n| route | who | does | refusals of its own |\n| --- | --- | --- | --- |\n");
            foreach (var route in group) page.Append(Row(route));
        }

        return page.ToString();
    }

    private static string Row(ContractRoute route)
    {
        var status = route.Operation.Status == 200 ? "" : $" {route.Operation.Status}";
        var cirro = route.Has(Traits.Cirro) ? "C " : "";
        var own = string.Join(", ", Own(route));
        return $"| {cirro}`{route.Operation.Route}`{status} | {Callers.InWords(route.Who)} | {route.Operation.Summary} | {own} |\n";
    }

    private static IEnumerable<string> Own(ContractRoute route) =>
        route.Operation.Fails.Select(code => ErrorAnswer.Of(code).Code).Order(StringComparer.Ordinal);
}
