using System.Text.Json.Nodes;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Operations.Governance;

/// <summary>The keywords of the shares that there are, without regard to case, and how many shares have each.</summary>
/// <param name="Beginning">Of the keywords, without the scope.</param>
public sealed record ListKeywords(Actor By, string Beginning, int? Limit) : Operation(By)
{
    public override Call Call(State state) =>
        new("GET", "/keywords") { Paging = Paging.Header, Query = [("prefix", state.Own(Beginning)), .. PageQuery.Of(Limit)] };

    public override Outcome Apply(State state, Answer seen)
    {
        if (Gate.Refuse(By) is { } refusal) return Refused(state, refusal);
        if (PageQuery.WrongFields(Limit).ToList() is { Count: > 0 } wrong) return Refused(state, Expected.Invalid(wrong));
        var keywords = from share in state.LiveShares
                       from keyword in share.Keywords.Select(keyword => keyword.ToUpperInvariant()).Distinct()
                       where keyword.StartsWith(state.Own(Beginning).ToUpperInvariant(), StringComparison.Ordinal)
                       group share by keyword into shares
                       select $"{shares.Key}: {shares.Count()}";
        var expected = keywords.ToList();
        return Outcome.Of(state, new(200) { Check = answer => answer.PagingFault ?? Lists.Difference(expected, answer.Items.Select(TextOf)) });
    }

    private static string TextOf(JsonNode item) => $"{Json.Text(item, "value").ToUpperInvariant()}: {item["count"]}";
}
