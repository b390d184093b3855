namespace Shares.SystemTests.Support;

/// <summary>Waits for work that goes on in the background, and says what it was when it never comes.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(string what, Func<Task<bool>> holds, int seconds = 60)
    {
        var end = TimeProvider.System.GetTimestamp() + (seconds * TimeProvider.System.TimestampFrequency);
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetTimestamp() < end, $"Within {seconds} s it never was so that {what}.");
            await Task.Delay(100);
        }
    }
}
