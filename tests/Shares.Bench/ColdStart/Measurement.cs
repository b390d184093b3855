using System.Diagnostics;
using Shares.Bench.Tables;
using Shares.Testing.DynamoDb;
using Shares.Testing.RuntimeApi;

namespace Shares.Bench.ColdStart;

/// <summary>Figures of one build; times in milliseconds, sizes in megabytes.</summary>
internal sealed record Measurement(double ColdStart, double Memory, double Cpu, double CpuWithStore, double Zip)
{
    private const int Starts = 11;
    private const int Requests = 1000;

    /// <summary>One read of the store through the real client, as most requests begin.</summary>
    private static readonly HttpApiEvent WithStore = HttpApiEvent.Get("/api/projects").By("bench");

    /// <summary>Everything else that a request costs: event, routing, gate, answer, log.</summary>
    private static readonly HttpApiEvent WithoutStore = HttpApiEvent.Get("/api/health");

    public static async Task<Measurement> OfAsync(FunctionBuild build, TestTable table)
    {
        var starts = new List<double>();
        for (var run = 0; run < Starts; run++) starts.Add(await StartAsync(build, table));
        await using var api = await StrictRuntimeApi.StartAsync();
        await using var function = Function(build, api, table);
        var withStore = await CpuAsync(WithStore, api, function);
        var memory = ProcessFigures.ResidentMegabytes(function.Id);
        return new(Figure.Median(starts), memory, await CpuAsync(WithoutStore, api, function), withStore, build.ZipBytes() / 1048576.0);
    }

    /// <summary>From starting the program until its first response, the first call of the store included.</summary>
    private static async Task<double> StartAsync(FunctionBuild build, TestTable table)
    {
        await using var api = await StrictRuntimeApi.StartAsync();
        var clock = Stopwatch.StartNew();
        await using var function = Function(build, api, table);
        Check(await api.InvokeAsync(WithStore), function);
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>CPU of the function's process for one request, once it is warm.</summary>
    private static async Task<double> CpuAsync(HttpApiEvent request, StrictRuntimeApi api, FunctionProcess function)
    {
        for (var warm = 0; warm < 200; warm++) Check(await api.InvokeAsync(request), function);
        var before = ProcessFigures.CpuSeconds(function.Id);
        for (var count = 0; count < Requests; count++) Check(await api.InvokeAsync(request), function);
        return (ProcessFigures.CpuSeconds(function.Id) - before) / Requests * 1000;
    }

    private static FunctionProcess Function(FunctionBuild build, StrictRuntimeApi api, TestTable table) => FunctionProcess.Start(
        build.Program,
        api,
        new Dictionary<string, string>
        {
            ["TABLE_NAME"] = table.Name,
            ["SHARES_ACCOUNT_ID"] = "111122223333",
            ["REPORTS_BUCKET"] = "reports",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = table.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "bench",
            ["AWS_SECRET_ACCESS_KEY"] = "bench",
        });

    private static void Check(HttpApiAnswer answer, FunctionProcess function)
    {
        if (answer.StatusCode != 200) throw new InvalidOperationException($"{answer.StatusCode}: {answer.Text}\n{string.Join('\n', function.Output)}");
    }
}
