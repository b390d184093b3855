using Shares.Local.Demo;
using Shares.Local.Startup;
using Shares.Local.Template;

using var signals = new StopSignals();
try
{
    var options = LocalOptions.Parse(args);
    using var folder = new WorkFolder(options.DataFolder);
    await using var cloud = await LocalCloud.StartAsync(options, folder, Say, signals.Stopping);
    if (options.SeedsDemoData && cloud.IsNew)
    {
        var data = new DemoData(new Uri($"http://localhost:{options.Ports.Gateway}"), cloud.Storage, TimeProvider.System);
        var world = await data.SeedAsync(new DemoProgress(Say), signals.Stopping);
        if (cloud.Trail is { } trail) await new DemoHistory(cloud.AccessPoints, cloud.Transfers, trail, TimeProvider.System).AddAsync(world);
    }

    Welcome.Print(options.Ports, folder.Logs);
    Console.WriteLine("ready");
    await signals.WaitAsync();
    return 0;
}
catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested)
{
    return 130;
}
catch (Exception exception) when (exception is StartupException or TemplateException)
{
    await Console.Error.WriteLineAsync($"error: {exception.Message}");
    return 1;
}
catch (Exception exception)
{
    // Caught, so that everything that was started has been stopped.
    await Console.Error.WriteLineAsync($"error: {exception}");
    return 1;
}

static void Say(string what) => Console.WriteLine($"  {what}");
