using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Shares.Core.Tests.Egress.Reports;

/// <summary>
/// What the FOCUS specification 1.2 (focus.finops.org) asks of the columns that we export, rule by rule: their types, when they may be null, the
/// values they may have, and how they depend on each other.
/// </summary>
internal static partial class FocusRules
{
    private static readonly string[] Mandatory =
    [
        "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart", "ChargeCategory", "ChargeClass",
        "ChargeDescription", "ChargePeriodEnd", "ChargePeriodStart", "ContractedCost", "EffectiveCost", "InvoiceIssuerName", "ListCost", "PricingQuantity",
        "PricingUnit", "ProviderName", "PublisherName", "ServiceCategory", "ServiceName",
    ];

    private static readonly string[] Conditional =
        ["SubAccountId", "SubAccountName", "ResourceId", "ResourceName", "ResourceType", "RegionId", "ConsumedQuantity", "ConsumedUnit", "Tags"];

    public static readonly IReadOnlyList<string> NeverNull =
        [.. Mandatory.Except(["ChargeClass", "ChargeDescription", "PricingQuantity", "PricingUnit"]), "RegionId"];

    /// <summary>Columns of a type other than text.</summary>
    public static readonly IReadOnlyList<string> Decimals = ["BilledCost", "ContractedCost", "EffectiveCost", "ListCost", "PricingQuantity", "ConsumedQuantity", "x_RequestCount"];
    public static readonly IReadOnlyList<string> Times = ["BillingPeriodStart", "BillingPeriodEnd", "ChargePeriodStart", "ChargePeriodEnd"];
    private static readonly string[] ChargeCategories = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];

    private static readonly string[] ServiceCategories =
    [
        "AI and Machine Learning", "Analytics", "Business Applications", "Compute", "Databases", "Developer Tools", "Multicloud", "Identity", "Integration",
        "Internet of Things", "Management and Governance", "Media", "Migration", "Mobile", "Networking", "Security", "Storage", "Web", "Other",
    ];

    /// <summary>Values of our own columns, as docs/egress.md and the contract have them; null where nobody is named.</summary>
    private static readonly Dictionary<string, string[]> OwnValues = new()
    {
        ["x_AccessRoute"] = ["", "PRESIGNED_URL", "CREDENTIALS", "PIPELINE"],
        ["x_TransferZone"] = ["INTERNET", "CROSS_REGION", "SAME_REGION"],
        ["x_AttributionConfidence"] = ["HIGH", "NONE"],
        ["x_CostStatus"] = ["ESTIMATED", "FINAL"],
    };

    /// <summary>Of the columns, before any row.</summary>
    public static IEnumerable<string> BrokenByHeader(IReadOnlyList<string> columns)
    {
        foreach (var column in Mandatory.Except(columns)) yield return $"{column} is mandatory";
        foreach (var column in columns.GroupBy(column => column).Where(group => group.Count() > 1)) yield return $"{column.Key} is there twice";
        foreach (var column in columns.Except(Mandatory).Except(Conditional).Where(column => !OwnColumn().IsMatch(column))) yield return $"{column} is no column of FOCUS and lacks the prefix x_";
        if (columns.SkipWhile(column => !column.StartsWith("x_", StringComparison.Ordinal)).Any(column => !column.StartsWith("x_", StringComparison.Ordinal))) yield return "own columns come last";
    }

    /// <summary>Each rule that the row breaks, in words.</summary>
    public static IEnumerable<string> BrokenBy(Dictionary<string, string> row)
    {
        string? Value(string column) => row[column].Length == 0 ? null : row[column];
        foreach (var column in NeverNull.Where(column => Value(column) is null)) yield return $"{column} must not be null";
        foreach (var column in row.Keys.Where(column => row[column] is "null" or "NULL")) yield return $"{column} has a word in place of null";
        foreach (var column in Decimals.Where(column => Value(column) is { } text && !Number().IsMatch(text))) yield return $"{column} is no number";
        foreach (var column in Times.Where(column => Value(column) is { } text && Time(text) is null)) yield return $"{column} is no time of UTC that ends in Z";

        if (!CurrencyCode().IsMatch(row["BillingCurrency"])) yield return "BillingCurrency is no code of ISO 4217";
        if (!ChargeCategories.Contains(row["ChargeCategory"])) yield return "ChargeCategory is none that is allowed";
        if (Value("ChargeClass") is not (null or "Correction")) yield return "ChargeClass is Correction or null";
        if (!ServiceCategories.Contains(row["ServiceCategory"])) yield return "ServiceCategory is none that is allowed";

        if (Time(row["BillingPeriodStart"]) is { } start && Time(row["BillingPeriodEnd"]) is { } end)
        {
            if (start.Day != 1 || start.AddMonths(1) != end || start.TimeOfDay != TimeSpan.Zero) yield return "a billing period is a month whose end is exclusive";
            if (Time(row["ChargePeriodStart"]) < start || Time(row["ChargePeriodEnd"]) > end) yield return "a charge lies within its billing period";
        }

        if (Time(row["ChargePeriodStart"]) >= Time(row["ChargePeriodEnd"])) yield return "a charge's period ends after it starts";

        foreach (var (column, values) in OwnValues.Where(own => !own.Value.Contains(row[own.Key]))) yield return $"{column} is none of {string.Join(", ", values)}";
        var isNobodys = row["x_AttributionConfidence"] == "NONE";
        foreach (var column in (string[])["SubAccountId", "ResourceId", "x_ShareId", "x_SubscribingProjectId", "x_PrincipalId", "x_AccessRoute", "x_RequestCount"])
        {
            if (Value(column) is null != isNobodys) yield return $"{column} is there exactly when the charge is somebody's";
        }

        if (row["BilledCost"] != row["EffectiveCost"] || row["BilledCost"] != row["ContractedCost"]) yield return "nothing is prepaid or negotiated, so that costs are the same but for the list cost";

        var isCorrection = Value("ChargeClass") is not null;
        var isUsage = row["ChargeCategory"] == "Usage";
        if ((isUsage || row["ChargeCategory"] == "Purchase") && !isCorrection && Value("PricingQuantity") is null) yield return "PricingQuantity must not be null for usage";
        if (row["ChargeCategory"] == "Tax" && Value("PricingQuantity") is not null) yield return "PricingQuantity must be null for taxes";
        if (Value("PricingQuantity") is null != Value("PricingUnit") is null) yield return "PricingUnit goes with PricingQuantity";
        if (isUsage && !isCorrection && Value("ConsumedQuantity") is null) yield return "ConsumedQuantity must not be null for usage";
        if (isUsage && !isCorrection && row["ConsumedQuantity"].StartsWith('-')) yield return "ConsumedQuantity is negative only in corrections";
        if (!isUsage && Value("ConsumedQuantity") is not null) yield return "ConsumedQuantity must be null for all but usage";
        if (Value("ConsumedQuantity") is null != Value("ConsumedUnit") is null) yield return "ConsumedUnit goes with ConsumedQuantity";
        foreach (var unit in (string[])["PricingUnit", "ConsumedUnit"])
        {
            if (Value(unit) is { } name && !DataSize().IsMatch(name)) yield return $"{unit} is no unit of data size";
        }

        if (Value("SubAccountId") is null != Value("SubAccountName") is null) yield return "SubAccountName goes with SubAccountId";
        if (Value("ResourceId") is null != Value("ResourceType") is null) yield return "ResourceType goes with ResourceId";
        if (Value("ResourceId") is null && Value("ResourceName") is not null) yield return "ResourceName must be null without ResourceId";
        if (Value("ResourceId") is { } id && row["ResourceName"] == id) yield return "ResourceName must not repeat ResourceId";
        if (Value("Tags") is { } tags && !IsKeyValue(tags)) yield return "Tags is no flat object of JSON";
    }

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static bool IsKeyValue(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.EnumerateObject().All(pair => pair.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [GeneratedRegex("^x_[A-Z][A-Za-z0-9]*$")]
    private static partial Regex OwnColumn();

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Number();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex CurrencyCode();

    [GeneratedRegex("^[KMGTPE]?[bB]$|^[KMGTPE]i[bB]$")]
    private static partial Regex DataSize();
}
