using Shares.Core.Failures;

namespace Shares.Web.OpenApi;

/// <summary>
/// What the API's description says of one route, beside what its path and its callers say already. Only the program that writes
/// <c>docs/openapi.json</c> reads it: nothing of a published function refers to these types, so they are no part of one.
/// </summary>
/// <param name="Route">Method and path as in the route table, without a prefix: <c>GET /projects/{project}</c>.</param>
/// <param name="Id">Unique; clients that are generated name a method after it.</param>
/// <param name="Summary">One line.</param>
public sealed record Operation(string Route, string Id, string Summary)
{
    /// <summary>What the summary leaves open.</summary>
    public string Description { get; init; } = "";

    /// <summary>Without those that follow from <see cref="Traits"/>.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Type of the JSON body; null when the route takes none.</summary>
    public Type? Request { get; init; }

    /// <summary>A body that is taken, given other ids: <c>…d1</c> is a dataset, <c>…b1</c> a project that is not the one of the path.</summary>
    public string? Example { get; init; }

    /// <summary>Of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Type of the JSON answer, of its entries where it is paged; null when it has no body.</summary>
    public Type? Answer { get; init; }

    public Traits Traits { get; init; }

    /// <summary>Codes that do not follow from path, callers, body, query and <see cref="Traits"/>.</summary>
    public IReadOnlyList<ErrorCode> Fails { get; init; } = [];
}

/// <summary>What many routes have in common; parameters, headers and error codes follow from it.</summary>
[Flags]
public enum Traits
{
    None = 0,

    /// <summary>The public Cirro API has this route: path, members and status codes are its.</summary>
    Cirro = 1,

    /// <summary>The answer has an <c>ETag</c>.</summary>
    Versioned = 2,

    /// <summary>Takes <c>If-Match</c>.</summary>
    Conditional = 4,

    /// <summary>Takes <c>limit</c> and <c>nextToken</c>; the answer is <c>{data[], nextToken}</c>.</summary>
    Paged = 8,

    /// <summary>Takes <c>limit</c> and <c>nextToken</c>; the answer is an array, and what follows is told in the header <c>Next-Token</c>.</summary>
    PagedByHeader = 16,

    /// <summary>Takes an <c>Idempotency-Key</c>.</summary>
    Idempotent = 32,

    /// <summary>Each caller may call it only so often.</summary>
    RateLimited = 64,

    /// <summary>Answers a file of comma-separated values when it is asked for <c>text/csv</c>.</summary>
    Csv = 128,

    /// <summary>May answer 302 with the address of what was asked for, in place of it.</summary>
    Redirects = 256,
}

/// <summary>Routes that are about the same thing.</summary>
public sealed record OperationGroup(string Name, string Description, IReadOnlyList<Operation> Operations);

/// <param name="Shape">What the value may be; anything else is VALIDATION_FAILED.</param>
public sealed record QueryParameter(string Name, string Description, Shape Shape, bool IsRequired = false);
