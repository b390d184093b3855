namespace Shares.Local.Startup;

/// <summary>Says every fiftieth dataset, as it is there and not later.</summary>
internal sealed class DemoProgress(Action<string> say) : IProgress<(int Done, int Of)>
{
    public void Report((int Done, int Of) value)
    {
        if (value.Done % 50 == 0 || value.Done == value.Of) say($"demo data: {value.Done} of {value.Of} datasets");
    }
}
