using Shares.Hosting.Tests.Support;
using Xunit.Runner.InProc.SystemConsole;

// The same program is the function that tests start as a process of its own.
return Environment.GetEnvironmentVariable(SmallFunction.Variable) is { } kind
    ? await SmallFunction.RunAsync(kind, args)
    : await ConsoleRunner.Run(args);
