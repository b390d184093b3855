using Shares.Core.Egress;
using Shares.Data.Store;

namespace Shares.Data.Items;

/// <summary>An amount of egress, as the attributes of an item.</summary>
public static class EgressAmountAttributes
{
    public static Item With(this Item item, EgressAmount amount) => item
        .With("Bytes", amount.Bytes)
        .With("Requests", amount.Requests)
        .With("RefusedBytes", amount.RefusedBytes)
        .With("RefusedRequests", amount.RefusedRequests);

    public static EgressAmount Amount(this Item item) =>
        new(item.Number("Bytes"), item.Number("Requests"), item.Number("RefusedBytes"), item.Number("RefusedRequests"));

    public static Expr Add(EgressAmount amount) => new(
        "ADD #Bytes :bytes, #Requests :requests, #RefusedBytes :refusedBytes, #RefusedRequests :refusedRequests",
        new Item()
            .With(":bytes", amount.Bytes)
            .With(":requests", amount.Requests)
            .With(":refusedBytes", amount.RefusedBytes)
            .With(":refusedRequests", amount.RefusedRequests));
}
