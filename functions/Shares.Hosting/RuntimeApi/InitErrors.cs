using System.Diagnostics.CodeAnalysis;

namespace Shares.Hosting.RuntimeApi;

/// <summary>Tells Lambda when an exception ends the program before it asked for its first event; the process then exits with the exception.</summary>
internal static class InitErrors
{
    public static void ReportUnhandled(RuntimeApiClient api) =>
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) => Report(api, unhandled);

    [SuppressMessage("Design", "CA1031", Justification = "The process is ending with another exception, which is the one to see.")]
    public static void Report(RuntimeApiClient api, UnhandledExceptionEventArgs unhandled)
    {
        if (api.HasAsked || unhandled.ExceptionObject is not Exception exception) return;
        try
        {
            api.FailInit(InvocationFault.Of(exception));
        }
        catch (Exception)
        {
            // Lambda reports the exit of the process in any case.
        }
    }
}
