using Shares.Web.Gate;
using Shares.Web.OpenApi;

namespace Shares.OpenApi.Routing;

/// <summary>A route as it is mapped and described.</summary>
public sealed record ContractRoute(Operation Operation, Who Who, OperationGroup Group)
{
    private const Traits AnyPaging = Traits.Paged | Traits.PagedByHeader;

    public string Method => Operation.Route.Split(' ')[0];

    public string Path => Operation.Route.Split(' ')[1];

    public bool IsOfProject => Path.Contains("{project}", StringComparison.Ordinal);

    public bool IsPaged => (Operation.Traits & AnyPaging) != 0;

    /// <summary>Races between writers can be lost.</summary>
    public bool Changes => Method is "PUT" or "DELETE" || Operation.Status == 201;

    public bool Has(Traits trait) => Operation.Traits.HasFlag(trait);
}
