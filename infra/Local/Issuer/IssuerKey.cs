using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Shares.Local.Issuer;

/// <summary>The key that signs tokens. Kept in the data folder, where there is one, so that tokens survive a restart.</summary>
public sealed class IssuerKey
{
    private IssuerKey(RSA rsa)
    {
        Key = new RsaSecurityKey(rsa);
        Key.KeyId = Base64UrlEncoder.Encode(Key.ComputeJwkThumbprint());
    }

    public RsaSecurityKey Key { get; }

    public static IssuerKey Create() => new(RSA.Create(2048));

    public static IssuerKey Open(string? dataFolder)
    {
        if (dataFolder is null) return Create();
        var file = Path.Combine(dataFolder, "issuer-key.pem");
        var rsa = RSA.Create(2048);
        if (File.Exists(file))
        {
            rsa.ImportFromPem(File.ReadAllText(file));
        }
        else
        {
            Directory.CreateDirectory(dataFolder);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.Write(rsa.ExportPkcs8PrivateKeyPem());
        }

        return new IssuerKey(rsa);
    }

    /// <summary>The public half, as one entry of a JSON Web Key Set.</summary>
    public JsonWebKey PublicKey()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Key.Rsa.ExportParameters(includePrivateParameters: false)));
        key.Kid = Key.KeyId;
        return key;
    }
}
