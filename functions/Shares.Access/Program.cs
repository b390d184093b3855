using Microsoft.AspNetCore.Builder;
using Shares.Access;
using Shares.Data;
using Shares.Hosting;

var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
builder.AddLambdaHosting();
builder.Services.AddSharesData(AccessSettings.From(builder.Configuration).TableName);
await using var app = builder.BuildAccess();
await app.RunAsync();
