using Shares.Core.Sharing;
using Shares.Data.Sharing;
using static Shares.Data.Tests.Samples;

namespace Shares.Data.Tests.Sharing;

public sealed class KeywordStoreTests(TableFixture fixture) : IClassFixture<TableFixture>
{
    private readonly Stores _stores = fixture.Stores;
    private readonly string _word = $"{New<Core.Ids.ShareId>()} ";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keywords_are_counted_by_share_without_regard_to_case_and_shown_as_last_spelled()
    {
        var first = await CreateAsync("rna", "brain", "Brain");
        await CreateAsync("RNA");
        Assert.Equal([new($"{_word}Brain", 1), new($"{_word}RNA", 2)], await ListAsync());
        await _stores.Shares.UpdateAsync(first.Id, null, AsAda, s => s with { Keywords = [$"{_word}heart"] }, Ct);
        Assert.Equal([new($"{_word}heart", 1), new($"{_word}RNA", 1)], await ListAsync());
        await _stores.Shares.DeleteAsync(first.Id, null, AsAda, Ct);
        Assert.Equal([new($"{_word}RNA", 1)], await ListAsync());
    }

    [Fact]
    public async Task Keywords_are_found_by_how_they_begin_page_by_page()
    {
        await CreateAsync("a", "ab", "ABC", "a#b", "a%23", "b", "漢字");
        var gone = await CreateAsync("aa");
        await _stores.Shares.DeleteAsync(gone.Id, null, AsAda, Ct);
        foreach (var limit in new[] { 1, 2, 100 })
        {
            Assert.Equal(["a", "a#b", "a%23", "ab", "ABC"], (await ListAsync("A", limit)).Select(k => k.Keyword[_word.Length..]));
            Assert.Equal(["漢字"], (await ListAsync("漢", limit)).Select(k => k.Keyword[_word.Length..]));
        }

        Assert.Empty((await _stores.Keywords.ListAsync($"{_word}a", "elsewhere", 10, Ct)).Items);
    }

    private async Task<Share> CreateAsync(params string[] keywords)
    {
        var publisher = (await _stores.Projects.CreateAsync(Project(), AsAda, Ct)).ValueOrThrow();
        return (await _stores.Shares.CreateAsync(Share(publisher.Id) with { Keywords = [.. keywords.Select(k => _word + k)] }, AsAda, Ct)).ValueOrThrow();
    }

    private async Task<List<KeywordCount>> ListAsync(string prefix = "", int limit = 100)
    {
        var found = new List<KeywordCount>();
        string? next = null;
        do
        {
            var page = await _stores.Keywords.ListAsync(_word + prefix, next, limit, Ct);
            found.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return found;
    }
}
