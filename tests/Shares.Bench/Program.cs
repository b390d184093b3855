using Shares.Bench.ColdStart;
using Shares.Bench.Policies;
using Shares.Bench.Presigning;
using Shares.Bench.Scale;
using Shares.Bench.Trail;

// bash tests/bench.sh builds what is measured in Release and runs this.
switch (args)
{
    case ["start"]:
        await ColdStartTable.PrintAsync();
        return 0;
    case ["presign"]:
        await PresignTable.PrintAsync();
        return 0;
    case ["policies"]:
        return await PolicyTable.RunAsync();
    case ["egress"]:
        await ReadingTable.PrintAsync();
        MonthTable.Print(await ProcessTable.PrintAsync(), await UnitsTable.PrintAsync());
        return 0;
    case ["scale", .. var sizes] when sizes.All(size => size is "1" or "10" or "100"):
        return await ScaleBench.RunAsync(sizes);
    default:
        await Console.Error.WriteLineAsync("start | presign | policies | egress | scale [1] [10] [100]");
        return 2;
}
