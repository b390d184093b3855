using System.Text.Json.Nodes;

namespace Shares.Model.Tests.Rules;

/// <summary>What the rules say of one answer. What they leave open is not compared.</summary>
public sealed record Expected(int Status, string? Code = null)
{
    public static readonly Expected Unauthenticated = new(401, "UNAUTHENTICATED");
    public static readonly Expected RoleTooLow = new(403, "ROLE_TOO_LOW");
    public static readonly Expected NotYourPipelineRole = new(403, "NOT_YOUR_PIPELINE_ROLE");
    public static readonly Expected SharingDisabled = new(403, "SHARING_DISABLED");
    public static readonly Expected AnalyzeOnly = new(403, "SHARE_IS_ANALYZE_ONLY");
    public static readonly Expected NotFound = new(404, "NOT_FOUND");
    public static readonly Expected AlreadyExists = new(409, "ALREADY_EXISTS");
    public static readonly Expected KeyReused = new(409, "IDEMPOTENCY_KEY_REUSED");
    public static readonly Expected VersionMismatch = new(412, "VERSION_MISMATCH");
    public static readonly Expected Malformed = new(400, "MALFORMED_BODY");
    public static readonly Expected NotJson = new(415, "UNSUPPORTED_MEDIA_TYPE");
    public static readonly Expected BadToken = new(400, "BAD_PAGE_TOKEN");
    public static readonly Expected NotReady = new(503, "NOT_READY");

    /// <summary>The fields that must be named, and no others.</summary>
    public IReadOnlySet<string>? Fields { get; init; }

    /// <summary>Members of the body; null stands for one that is not there. Others may be there too.</summary>
    public JsonObject? Members { get; init; }
    public ExpectedList? List { get; init; }

    /// <summary>What is to be said of the answer beyond that; null when nothing is wrong with it.</summary>
    public Func<Answer, string?>? Check { get; init; }

    /// <summary>Where the answer tells the version of what it shows.</summary>
    public VersionTag? Version { get; init; }

    public bool IsRefusal => Status >= 400;

    public static Expected Invalid(IEnumerable<string> fields) => new(400, "VALIDATION_FAILED") { Fields = fields.ToHashSet() };

    public static Expected Ok(JsonObject? members = null) => new(200) { Members = members };

    public static Expected Listed(IEnumerable<JsonObject> items, ListOrder? order = null) => new(200) { List = new([.. items], order) };

    /// <summary>Null when the answer is as the rules say.</summary>
    public string? DifferenceTo(Answer answer)
    {
        if ((Status, Code) != (answer.Status, answer.Code)) return $"{Status} {Code} was expected";
        if (Fields is not null && !Fields.SetEquals(answer.Fields)) return $"the wrong fields are {Join(Fields)}, and the answer names {Join(answer.Fields)}";
        return Json.Difference(Members, answer.Body, "") ?? List?.DifferenceTo(answer) ?? Version?.DifferenceTo(answer.ETag) ?? Check?.Invoke(answer);
    }

    private static string Join(IEnumerable<string> fields) => $"[{string.Join(", ", fields.Order(StringComparer.Ordinal))}]";
}
