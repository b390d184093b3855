using System.Text.Json.Nodes;
using Shares.Model.Tests.Operations;
using Shares.Model.Tests.Rules;
using Shares.Testing.RuntimeApi;

namespace Shares.Model.Tests.Running;

/// <summary>Makes the requests of an operation, all pages of a list.</summary>
internal static class Client
{
    private const int MostPages = 200;

    public static async Task<Answer> SendAsync(Lane lane, Operation operation, State state, int caller)
    {
        await lane.PrepareAsync(operation, state);
        if (operation is Happening) return new(200);
        var call = operation.Call(state);
        var request = Request(operation.By, state, call);
        return call.Paging == Paging.None
            ? Read(await lane.SendAsync(request, call.IsForAccess, caller))
            : await FollowAsync(call, token => lane.SendAsync(request with { Query = Query(call, token) }, call.IsForAccess, caller));
    }

    private static string Query(Call call, string token) =>
        token.Length == 0 ? call.QueryText : (call with { Query = [.. call.Query, ("nextToken", token)] }).QueryText;

    private static async Task<Answer> FollowAsync(Call call, Func<string, Task<HttpApiAnswer>> send)
    {
        var limit = call.Query.Where(part => part.Name == "limit").Select(part => int.Parse(part.Value, null)).DefaultIfEmpty(int.MaxValue).Single();
        var items = new List<JsonNode>();
        var token = "";
        for (var pages = 1; ; pages++)
        {
            var page = await send(token);
            var answer = Read(page);
            if (answer.Status != 200) return answer with { Pages = pages };
            var (data, next) = Open(call.Paging, page, answer.Body!);
            items.AddRange(data);
            var fault = data.Count > limit ? $"a page of {data.Count}" : next is null ? "no nextToken" : pages == MostPages ? "no end of pages" : null;
            if (fault is not null || next!.Length == 0) return answer with { Items = items, Pages = pages, PagingFault = fault };
            token = next;
        }
    }

    private static (List<JsonNode> Data, string? Next) Open(Paging paging, HttpApiAnswer page, JsonNode body)
    {
        if (paging == Paging.Header) return ([.. body.AsArray().OfType<JsonNode>()], page.Headers.GetValueOrDefault("next-token", ""));
        return ([.. body["data"]!.AsArray().OfType<JsonNode>()], body["nextToken"]?.GetValue<string>());
    }

    private static HttpApiEvent Request(Actor by, State state, Call call)
    {
        var path = (by is Actor.Pipeline ? "/iam" : "/api") + call.Path;
        var request = call.Body is null
            ? new HttpApiEvent(call.Method, path)
            : HttpApiEvent.Send(call.Method, path, call.Body).WithHeader("content-type", call.ContentType);
        if (call.IfMatch is not null) request = request.WithHeader("if-match", call.IfMatch);
        if (call.IdempotencyKey is not null) request = request.WithHeader("idempotency-key", call.IdempotencyKey);
        request = request with { Query = call.QueryText };
        return by switch
        {
            Actor.Person person => request.By(state.User(person.Name), person.IsPlatformAdmin ? ["shares-admin"] : []),
            Actor.Pipeline pipeline => request.ByRole(state.Own(pipeline.Role)),
            _ => request,
        };
    }

    private static Answer Read(HttpApiAnswer answer)
    {
        var body = answer.Body.Length == 0 ? null : JsonNode.Parse(answer.Body);
        var problem = answer.StatusCode >= 400 ? body as JsonObject : null;
        var messages = problem?["errors"]?.AsArray().Select(error => Json.Text(error, "message")) ?? [];
        return new(answer.StatusCode)
        {
            Code = problem?["errorCode"]?.GetValue<string>(),
            Fields = messages.Select(message => message.Split(": ")[0]).ToHashSet(),
            Body = body,
            ETag = answer.Headers.GetValueOrDefault("etag"),
        };
    }
}
