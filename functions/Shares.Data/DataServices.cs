using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;

namespace Shares.Data;

public static class DataServices
{
    /// <summary>Registers every store of the table as a singleton. The container provides <see cref="TimeProvider"/>.</summary>
    /// <param name="client">Null: one with the environment's credentials, Region and endpoint.</param>
    public static IServiceCollection AddSharesData(this IServiceCollection services, string tableName, IAmazonDynamoDB? client = null) =>
        throw new NotImplementedException();
}
