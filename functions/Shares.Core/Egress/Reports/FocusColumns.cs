namespace Shares.Core.Egress.Reports;

/// <summary>Columns of the FOCUS export, in its order: the mandatory ones of version 1.2, those of its conditional ones that apply, our own.</summary>
public static class FocusColumns
{
    public static readonly IReadOnlyList<string> All =
    [
        "BilledCost", "BillingAccountId", "BillingAccountName", "BillingCurrency", "BillingPeriodStart", "BillingPeriodEnd",
        "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargePeriodStart", "ChargePeriodEnd",
        "ContractedCost", "EffectiveCost", "InvoiceIssuerName", "ListCost", "PricingQuantity", "PricingUnit",
        "ProviderName", "PublisherName", "ServiceCategory", "ServiceName",
        "SubAccountId", "SubAccountName", "ResourceId", "ResourceName", "ResourceType", "RegionId", "ConsumedQuantity", "ConsumedUnit", "Tags",
        "x_ShareId", "x_ShareName", "x_SubscribingProjectId", "x_SubscribingProjectName", "x_PrincipalId", "x_AccessRoute", "x_TransferZone",
        "x_RequestCount", "x_AttributionConfidence", "x_CostStatus",
    ];
}
