using Microsoft.AspNetCore.Builder;
using Shares.Data;
using Shares.Hosting;

namespace Shares.Api;

/// <summary>The function: it answers what people, programs and pages ask of projects, datasets and shares.</summary>
public static class ApiFunction
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
        builder.AddLambdaHosting();
        builder.Services.AddSharesData(ApiSettings.From(builder.Configuration).TableName);
        await using var app = builder.BuildApi();
        await app.RunAsync();
    }
}
