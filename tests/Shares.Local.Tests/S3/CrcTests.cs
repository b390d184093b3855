using Shares.Local.S3.Objects;

namespace Shares.Local.Tests.S3;

public class CrcTests
{
    /// <summary>The check values of the catalogue of parametrised CRC algorithms: of the digits 1 to 9.</summary>
    [Theory]
    [InlineData(32, 0xEDB88320, "CBF43926")]
    [InlineData(32, 0x82F63B78, "E3069283")]
    [InlineData(64, 0x9A6C9329AC4BC9B5, "AE8B14860A799888")]
    public void A_crc_has_its_published_check_value(int bits, ulong polynomial, string expected)
    {
        var crc = new ReflectedCrc(bits, polynomial);
        crc.Append("1234"u8);
        crc.Append("56789"u8);
        Assert.Equal(expected, Convert.ToHexString(crc.Hash()));
    }
}
