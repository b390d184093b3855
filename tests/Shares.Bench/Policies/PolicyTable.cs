using System.Globalization;
using Shares.Bench.Tables;
using Shares.Core;
using Spectre.Console;

namespace Shares.Bench.Policies;

/// <summary>How large the policies of a share are, whatever it holds.</summary>
internal static class PolicyTable
{
    private static readonly PolicyCase[] Cases = [new(1, 1), new(1, 1000), new(100_000, 1000)];

    /// <returns>1 when policies differ in size.</returns>
    public static async Task<int> RunAsync()
    {
        var table = Report.NewTable("datasets in the share", "projects", "analyze access point", "download access point", "bucket", "S3 takes at most");
        var all = new List<PolicySizes>();
        foreach (var each in Cases)
        {
            var sizes = await each.MeasureAsync();
            all.Add(sizes);
            table.AddRow([.. new[] { sizes.Datasets, sizes.Projects, sizes.AnalyzePoint, sizes.DownloadPoint, sizes.Bucket, Limits.PolicyBytes }
                .Select(number => number.ToString("#,##0", CultureInfo.InvariantCulture))]);
        }

        Report.Print(table);
        return all.DistinctBy(sizes => (sizes.AnalyzePoint, sizes.DownloadPoint, sizes.Bucket)).Count() == 1 ? 0 : 1;
    }
}
