using System.Net;
using System.Text;

namespace Shares.Data.Tests.Store;

/// <summary>
/// Stands between client and store and does what the real service does and DynamoDB Local does not: report conflicts between
/// transactions, leave parts of batches undone, lose answers.
/// </summary>
internal sealed class InterferingHandler(string operation, int times, Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> instead) : DelegatingHandler
{
    public int Calls { get; private set; }

    public static Task<HttpResponseMessage> ConflictAsync(Func<Task<HttpResponseMessage>> _) => AnswerAsync(HttpStatusCode.BadRequest, """
        {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Transaction cancelled","CancellationReasons":[{"Code":"None"},{"Code":"TransactionConflict","Message":"Transaction is ongoing for the item"},{"Code":"None"}]}
        """);

    public static async Task<HttpResponseMessage> LoseAnswerAsync(Func<Task<HttpResponseMessage>> send)
    {
        using var lost = await send();
        Assert.True(lost.IsSuccessStatusCode);
        throw new HttpRequestException("The connection broke.");
    }

    public static Task<HttpResponseMessage> AnswerAsync(HttpStatusCode status, string json) => Task.FromResult(new HttpResponseMessage(status)
    {
        Content = new StringContent(json, Encoding.UTF8, "application/x-amz-json-1.0"),
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Headers.GetValues("X-Amz-Target").Single().EndsWith($".{operation}", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);
        return ++Calls <= times ? instead(() => base.SendAsync(request, cancellationToken)) : base.SendAsync(request, cancellationToken);
    }
}
