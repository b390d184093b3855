using Microsoft.AspNetCore.Http;
using Shares.Core.Egress.Statements;
using Shares.Core.Failures;
using Shares.Data.Egress;
using Shares.Web.Errors;
using Shares.Web.Paging;

namespace Shares.Api.GetEgressReport;

/// <summary>What downloads of all publishers cost in a month: as Billing has written it last.</summary>
internal static class GetEgressReportHandler
{
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>What is longer is fetched from storage: Lambda answers with 6 MB at most, with what JSON makes of the text.</summary>
    public const int MostBytes = 5_000_000;

    private const int MostInJson = 6_000_000;

    public static async Task<IResult> HandleAsync(HttpContext http, StatementStore statements, ReportFiles files)
    {
        if (!ReportQuery.Read(http.Request.Query).Succeeded(out var query, out var failure)) return Problems.From(failure);
        if (!PageRequest.Read(http.Request).Succeeded(out var page, out failure)) return Problems.From(failure);
        var ct = http.RequestAborted;
        if (await statements.LatestAsync(query.Period, ct) is not { } statement) return Problems.From(Failure.NotFound);
        return query.Format switch
        {
            ReportFormat.Csv => await FileAsync(files, statement.Objects.Csv, $"egress-{query.Period}.csv", ct),
            ReportFormat.Focus => await FileAsync(files, statement.Objects.Focus, $"egress-{query.Period}-focus.csv", ct),
            _ => await ReportLines.PageAsync(http.Request, page, statement.Objects.Rows, files, ct),
        };
    }

    private static async Task<IResult> FileAsync(ReportFiles files, StatementObject file, string name, CancellationToken ct)
    {
        if (!(await files.OpenAsync(file, 0, MostBytes, null, ct)).Succeeded(out var stored, out var failure)) return Problems.From(failure);
        if (stored is null) return TypedResults.Bytes([], Csv, name);
        using (stored)
        {
            if (stored.Size > MostBytes) return TypedResults.Redirect(await files.AddressAsync(file));
            var text = new byte[stored.Length];
            await stored.Body.ReadExactlyAsync(text, ct);
            return BytesInJson(text) > MostInJson ? TypedResults.Redirect(await files.AddressAsync(file)) : TypedResults.Bytes(text, Csv, name);
        }
    }

    /// <summary>Quotes and line breaks take one more there; characters of four bytes are written as two of six.</summary>
    private static long BytesInJson(ReadOnlySpan<byte> text) =>
        text.Length + text.CountAny((byte)'"', (byte)'\\', (byte)'\r', (byte)'\n') + (8L * text.CountAny((byte)0xF0, (byte)0xF1, (byte)0xF2, (byte)0xF3, (byte)0xF4));
}
