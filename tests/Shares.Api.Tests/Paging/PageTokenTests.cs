using System.Buffers.Text;
using System.Text;
using Shares.Api.Tests.Description;

namespace Shares.Api.Tests.Paging;

/// <summary>A token of a page is good for the list, the query and the caller that it was given for, as it was given, and for nothing else.</summary>
public sealed class PageTokenTests(PagedListWorld world) : IClassFixture<PagedListWorld>
{
    public static TheoryData<string> Routes => [.. PagedList.All.Select(list => list.Route)];

    [Fact]
    public void Every_route_that_pages_by_its_query_is_tried() =>
        Assert.Equal(QueryRefusalTests.Paged.Select(row => row.Data).Order(), PagedList.All.Select(list => list.Route).Order());

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_is_good_for_its_caller_with_pages_of_any_size(string route)
    {
        var list = ListOf(route);
        var token = await world.TokenAsync(list);

        Assert.Equal(200, (await world.FollowAsync(list, list.Caller, token)).StatusCode);
        Assert.Equal(200, (await world.FollowAsync(list, list.Caller, token, "limit=1000")).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_of_another_caller_is_refused(string route)
    {
        var list = ListOf(route);

        (await world.FollowAsync(list, list.Other, await world.TokenAsync(list))).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_of_another_query_is_refused(string route)
    {
        var list = ListOf(route);

        (await world.FollowAsync(list, list.Caller, await world.TokenAsync(list), "limit=1&another=1")).Refuses(400, "BAD_PAGE_TOKEN");
        (await world.FollowAsync(list, list.Caller, await world.TokenAsync(list, "limit=1&another=1"))).Refuses(400, "BAD_PAGE_TOKEN");
        (await world.FollowAsync(list, list.Caller, await world.TokenAsync(list, "limit=1&another=1"), "limit=1&another=2")).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_of_another_list_is_refused(string route)
    {
        var list = ListOf(route);
        foreach (var other in PagedList.All.Where(other => other != list && other.Caller == list.Caller))
            (await world.FollowAsync(list, list.Caller, await world.TokenAsync(other))).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_that_was_cut_is_refused(string route)
    {
        var list = ListOf(route);
        var token = await world.TokenAsync(list);
        foreach (var length in new[] { 1, 2, 10, token.Length / 2, token.Length - 4, token.Length - 3, token.Length - 2, token.Length - 1 })
            (await world.FollowAsync(list, list.Caller, token[..length])).Refuses(400, "BAD_PAGE_TOKEN");
        (await world.FollowAsync(list, list.Caller, token[1..])).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_that_was_altered_anywhere_is_refused(string route)
    {
        var list = ListOf(route);
        var token = await world.TokenAsync(list);
        for (var at = 0; at < token.Length; at += 5)
            (await world.FollowAsync(list, list.Caller, Altered(token, at))).Refuses(400, "BAD_PAGE_TOKEN");
        (await world.FollowAsync(list, list.Caller, Altered(token, token.Length - 1))).Refuses(400, "BAD_PAGE_TOKEN");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_token_that_was_made_up_is_refused(string route)
    {
        var list = ListOf(route);
        var token = await world.TokenAsync(list);
        var position = Base64Url.DecodeFromChars(token)[16..];
        string[] forged =
        [
            " ", "0", "null", "made up", "%00", "\u0000", "é", "😀", "AAAA", $"{token}A", $"{token}AAAA", $"{token}=", $" {token}", token + token,
            Base64Url.EncodeToString(new byte[16]), Base64Url.EncodeToString([.. new byte[16], .. position]),
            Base64Url.EncodeToString(position), Base64Url.EncodeToString(Encoding.UTF8.GetBytes("0197a000-0000-7000-8000-00000000000b")),
            Base64Url.EncodeToString([.. Enumerable.Repeat((byte)0xff, 64)]), new string('A', 2048), new string('A', 6000),
        ];
        foreach (var text in forged) (await world.FollowAsync(list, list.Caller, text)).Refuses(400, "BAD_PAGE_TOKEN");
    }

    private static PagedList ListOf(string route) => PagedList.All.Single(list => list.Route == route);

    private static string Altered(string token, int at) => $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
}
