using Microsoft.AspNetCore.Builder;
using Shares.Data;
using Shares.Hosting;

namespace Shares.Access;

/// <summary>The function: it gives people, programs and pipelines their way to files.</summary>
public static class AccessFunction
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(AccessSettings.From(builder.Configuration).TableName);
        await using var app = builder.BuildAccess();
        await app.RunAsync();
    }
}
