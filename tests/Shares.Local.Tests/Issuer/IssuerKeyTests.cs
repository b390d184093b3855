using Shares.Local.Issuer;

namespace Shares.Local.Tests.Issuer;

public class IssuerKeyTests
{
    [Fact]
    public void Tokens_survive_a_restart_that_keeps_the_data_folder()
    {
        var folder = Directory.CreateTempSubdirectory("shares-issuer-");
        try
        {
            var first = IssuerKey.Open(folder.FullName);
            Assert.Equal(first.Key.KeyId, IssuerKey.Open(folder.FullName).Key.KeyId);
            Assert.NotEqual(first.Key.KeyId, IssuerKey.Open(null).Key.KeyId);
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.FullName, "issuer-key.pem")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
