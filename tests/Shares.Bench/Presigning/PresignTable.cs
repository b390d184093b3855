using Shares.Bench.Tables;
using Spectre.Console;

namespace Shares.Bench.Presigning;

/// <summary>The same keys signed with one session by each client, one after the other.</summary>
internal static class PresignTable
{
    private const string Budget = "10";

    public static async Task PrintAsync()
    {
        var work = PresignWork.Create();
        var table = Report.NewTable("signer", "CPU a URL, µs", "URLs a second and core", "times ours", "budget, µs");
        var ours = DotNetClients.Ours(work);
        var one = Micros(ours, work);
        Add(table, "Shares.Aws", one, one, Budget);
        Add(table, "Shares.Access, published: all of an answer with 2,000", await DeployedPage.CpuSecondsAsync(work) / work.Keys.Count * 1e6, one, "");
        var sdk = DotNetClients.Sdk(work);
        Add(table, $"AWSSDK.S3 {sdk.Version}", Micros(sdk, work), one, "");
        var missing = new List<string>();
        foreach (var client in (ForeignClient[])[ForeignClient.Boto3, ForeignClient.JavaScript])
        {
            var (result, why) = await client.RunAsync(work);
            if (result is null) missing.Add($"{client.Name} was not measured: {why}");
            else Add(table, $"{client.Name} {result.Version}", Micros(result, work), one, "");
        }

        Report.Print(table);
        missing.ForEach(Console.WriteLine);
        Console.WriteLine($"A URL has {ours.Example.Length} characters.");
    }

    private static double Micros(PresignResult result, PresignWork work) => Figure.Median(result.Seconds) / work.Keys.Count * 1e6;

    private static void Add(Table table, string signer, double micros, double ours, string budget) =>
        table.AddRow(signer, Figure.Of(micros), Figure.Whole(1e6 / micros), Figure.Of(micros / ours), budget);
}
