using Microsoft.AspNetCore.Builder;
using Shares.Api;
using Shares.Data;
using Shares.Hosting;

var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
builder.AddLambdaHosting();
builder.Services.AddSharesData(ApiSettings.From(builder.Configuration).TableName);
await using var app = builder.BuildApi();
await app.RunAsync();
