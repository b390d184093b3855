using CsCheck;
using Shares.Model.Tests.Operations.Shares;
using Shares.Model.Tests.Rules;

namespace Shares.Model.Tests.Generating;

internal static class ShareFilters
{
    private static readonly string?[] Types =
        [null, "PUBLISHER", "SUBSCRIBER", "AVAILABLE", "PUBLISHER,SUBSCRIBER,AVAILABLE", "AVAILABLE,SUBSCRIBER"];

    public static Gen<ShareFilter> Of(Choices choices) =>
        from types in Pool.Rarely(Gen.OneOf(Types), "publisher", "OTHER,AVAILABLE")
        from text in Pool.MaybeText(Gen.OneOf("ALPHA", "t cells", "zzz"))
        from keyword in Pool.MaybeText(Pool.Keyword)
        from classification in Gen.Frequency((3, Gen.Const((Ref?)null)), (1, choices.Classification.Select(made => (Ref?)made)))
        from publisher in Gen.Frequency((2, Gen.Const((Ref?)null)), (1, choices.Project.Select(project => (Ref?)project)))
        from createdFrom in Time(choices.State)
        from createdTo in Time(choices.State)
        from sort in Pool.Rarely(Gen.OneOf<string?>(null, "name", "createdAt", "updatedAt", "type"), "size")
        from order in Pool.Rarely(Gen.OneOf<string?>(null, "asc", "desc"), "down")
        select new ShareFilter(types, text, keyword, classification, publisher, createdFrom, createdTo, sort, order);

    /// <summary>A moment within the sequence, at which shares may have been made.</summary>
    private static Gen<string?> Time(State state)
    {
        var moments = state.Shares.Values.Select(share => Texts.Time(share.CreatedAt)).Append(Texts.Time(state.Now)).Cast<string?>().ToArray();
        return Gen.Frequency((20, Gen.Const((string?)null)), (4, Gen.OneOf(moments)), (1, Gen.OneOf<string?>("yesterday", "2030-01-01")));
    }
}
