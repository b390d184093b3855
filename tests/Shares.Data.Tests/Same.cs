using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shares.Core.Enforcing;
using Shares.Core.Ids;

namespace Shares.Data.Tests;

/// <summary>Compares values by all they hold; records compare the lists in them by reference.</summary>
public static class Same
{
    private static readonly JsonSerializerOptions Everything = new() { Converters = { new Users(), new Projects(), new Subjects(), new Rows(), new Periods(), new Amounts() } };

    public static void As<T>(T expected, T? actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Everything), JsonSerializer.Serialize(actual, Everything));

    private sealed class Users : JsonConverter<UserId>
    {
        public override UserId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, UserId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Subjects : JsonConverter<Revoked>
    {
        public override Revoked Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Revoked value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Rows : JsonConverter<Core.Egress.Ledger.LedgerRow>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Core.Egress.Ledger.LedgerRow));

        public override Core.Egress.Ledger.LedgerRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Core.Egress.Ledger.LedgerRow value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Periods : JsonConverter<Core.Egress.Costs.BillingPeriod>
    {
        public override Core.Egress.Costs.BillingPeriod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Core.Egress.Costs.BillingPeriod value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>With all decimals, zeros at the end too.</summary>
    private sealed class Amounts : JsonConverter<Core.Egress.Costs.Money>
    {
        public override Core.Egress.Costs.Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Core.Egress.Costs.Money value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class Projects : JsonConverter<FrozenSet<ProjectId>>
    {
        public override FrozenSet<ProjectId> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, FrozenSet<ProjectId> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Join(' ', value.Select(id => id.ToString()).Order(StringComparer.Ordinal)));
    }
}
