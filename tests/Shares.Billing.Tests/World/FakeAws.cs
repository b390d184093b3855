using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Shares.Core.Egress.Costs;
using Shares.Core.Egress.Statements;

namespace Shares.Billing.Tests.World;

/// <summary>Cost Explorer, CloudWatch, SNS and the list of addresses, as AWS answers them on the wire. A test says what they know, and which of them are out.</summary>
public sealed class FakeAws : HttpMessageHandler
{
    public ConcurrentDictionary<BillingPeriod, Bill> Bills { get; } = new();

    /// <summary>Bytes by the name of an access point and the day.</summary>
    public ConcurrentDictionary<(string AccessPoint, DateOnly Day), long> Metrics { get; } = new();

    public ConcurrentQueue<(string Subject, string Message)> Published { get; } = new();

    public string Addresses { get; set; } = """{"syncToken":"1","prefixes":[{"ip_prefix":"192.0.2.0/24","region":"us-east-1"}],"ipv6_prefixes":[]}""";

    /// <summary>Parts of names of hosts that do not answer.</summary>
    public ConcurrentDictionary<string, bool> Out { get; } = new();

    public int BillQuestions { get; private set; }

    public int MetricQuestions { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        if (Out.Keys.Any(host.Contains)) return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        return host switch
        {
            "ce.test" => Answer(Costs(JsonNode.Parse(body)!)),
            "monitoring.test" => Answer(Data(QueryHelpers.ParseQuery(body).ToDictionary(field => field.Key, field => field.Value.ToString()))),
            "sns.test" => Answer(Publish(QueryHelpers.ParseQuery(body).ToDictionary(field => field.Key, field => field.Value.ToString()))),
            _ => Answer(Addresses),
        };
    }

    private static HttpResponseMessage Answer(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8) };

    private string Costs(JsonNode query)
    {
        BillQuestions++;
        var (start, end) = (DateOnly.Parse(query["TimePeriod"]!["Start"]!.GetValue<string>(), CultureInfo.InvariantCulture), DateOnly.Parse(query["TimePeriod"]!["End"]!.GetValue<string>(), CultureInfo.InvariantCulture));
        var months = Bills.Values.Where(bill => bill.Period.FirstDay >= start && bill.Period.FirstDay < end).Select(bill => (JsonNode)new JsonObject
        {
            ["TimePeriod"] = new JsonObject { ["Start"] = bill.Period.FirstDay.ToString("O", null), ["End"] = bill.Period.EndDay.ToString("O", null) },
            ["Estimated"] = bill.IsEstimated,
            ["Groups"] = new JsonArray([.. bill.Lines.Select(line => (JsonNode)new JsonObject
            {
                ["Keys"] = new JsonArray(line.UsageType),
                [nameof(Metrics)] = new JsonObject
                {
                    ["UnblendedCost"] = Metric(line.Cost.Amount, line.Cost.Currency.ToString()),
                    ["UsageQuantity"] = Metric(line.Billed.Value / (decimal)TransferTariff.BytesPerGigabyte, "GB"),
                },
            })]),
        });
        return new JsonObject { ["ResultsByTime"] = new JsonArray([.. months]) }.ToJsonString();
    }

    private static JsonObject Metric(decimal amount, string unit) => new() { ["Amount"] = amount.ToString(CultureInfo.InvariantCulture), ["Unit"] = unit };

    private string Data(Dictionary<string, string> form)
    {
        MetricQuestions++;
        var start = DateOnly.FromDateTime(DateTime.Parse(form["StartTime"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        var end = DateOnly.FromDateTime(DateTime.Parse(form["EndTime"], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
        var results = new StringBuilder();
        for (var n = 1; form.TryGetValue($"MetricDataQueries.member.{n}.Id", out var id); n++)
        {
            var name = form[$"MetricDataQueries.member.{n}.MetricStat.Metric.Dimensions.member.2.Value"];
            var points = Metrics.Where(metric => metric.Key.AccessPoint == name && metric.Key.Day >= start && metric.Key.Day < end).ToList();
            results.Append(CultureInfo.InvariantCulture, $"<member><Id>{id}</Id><StatusCode>Complete</StatusCode><Timestamps>{string.Concat(points.Select(point => $"<member>{point.Key.Day:O}T00:00:00Z</member>"))}</Timestamps><Values>{string.Concat(points.Select(point => $"<member>{point.Value}</member>"))}</Values></member>");
        }

        return $"<GetMetricDataResponse><GetMetricDataResult><MetricDataResults>{results}</MetricDataResults></GetMetricDataResult></GetMetricDataResponse>";
    }

    private string Publish(Dictionary<string, string> form)
    {
        Published.Enqueue((form["Subject"], form["Message"]));
        return "<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>";
    }
}
