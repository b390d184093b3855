using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Shares.Data.Store;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Shares.Bench.Scale.Build;

/// <summary>
/// Fills a table of DynamoDB Local while it is not running, in the file where it keeps it: some fifty times as fast as batches of 25, which is
/// what makes a million datasets practical. The rows are what DynamoDB Local 2 and 3 write themselves; hashes order scans and are nothing to gets
/// and queries.
/// </summary>
internal sealed class TableFile : IDisposable
{
    private const string FileName = "shared-local-instance.db";

    private readonly nint _database;
    private readonly string _index;
    private readonly string _table;
    private readonly nint _insert;

    public TableFile(string folder, string table)
    {
        Check(Sqlite.Open(Path.Combine(folder, FileName), out _database, Sqlite.OpenReadWrite, 0));
        Execute("PRAGMA synchronous = OFF");
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA cache_size = -1000000");
        (_table, _index) = ($"\"{table}\"", $"\"{table}*HVI\"");
        Execute("BEGIN");
        // Made at once afterwards: its order is that of hashes, so that growing it row by row would go all over the file.
        Execute($"DROP INDEX {_index}");
        var sql = $"INSERT INTO {_table} (hashKey, rangeKey, hashValue, rangeValue, itemSize, ObjectJSON) VALUES (?, ?, ?, ?, ?, ?)";
        Check(Sqlite.Prepare(_database, sql, -1, out _insert, 0));
    }

    /// <summary>May be called from several threads at once; making rows takes longer than writing them.</summary>
    public static Row ToRow(Item item)
    {
        var key = Key.Of(item);
        return new(Encoding.UTF8.GetBytes(key.Partition), Encoding.UTF8.GetBytes(key.Sort), ItemJson.Of(item));
    }

    public void Insert(Row row)
    {
        Bind(1, row.Partition);
        Bind(2, row.Sort);
        Bind(3, SHA1.HashData(row.Partition));
        Bind(4, SHA1.HashData(row.Sort));
        // Only told by DescribeTable.
        Check(Sqlite.BindNumber(_insert, 5, row.Json.Length));
        Bind(6, row.Json);
        if (Sqlite.Step(_insert) != Sqlite.Done) throw Failed();
        Check(Sqlite.Reset(_insert));
    }

    public void Commit()
    {
        Execute($"CREATE INDEX {_index} ON {_table} (hashValue)");
        Execute("COMMIT");
    }

    public void Dispose()
    {
        _ = Sqlite.Finish(_insert);
        _ = Sqlite.Close(_database);
    }

    private void Bind(int place, byte[] value) => Check(Sqlite.BindBlob(_insert, place, value, value.Length, Sqlite.Transient));

    private void Execute(string sql) => Check(Sqlite.Execute(_database, sql, 0, 0, 0));

    private void Check(int result)
    {
        if (result != Sqlite.Ok) throw Failed();
    }

    private InvalidOperationException Failed() => new($"SQLite: {Marshal.PtrToStringUTF8(Sqlite.Message(_database))}");

    internal readonly record struct Row(byte[] Partition, byte[] Sort, byte[] Json);
}
