using System.Globalization;
using System.Text;

namespace Shares.Local.Signing;

/// <summary>Percent encoding as AWS signatures define it: everything but <c>A-Z a-z 0-9 - . _ ~</c>, upper case hex.</summary>
public static class UriEncoding
{
    /// <summary>Decodes what is validly encoded and leaves any other <c>%</c> as it is.</summary>
    public static byte[] Decode(ReadOnlySpan<char> text, bool plusIsSpace = false)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length
                && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else if (text[i] == '+' && plusIsSpace) bytes.Add((byte)' ');
            else if (text[i] < 0x80) bytes.Add((byte)text[i]);
            else bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
        }

        return [.. bytes];
    }

    public static string Encode(string text, bool keepSlash = false) => Encode(Encoding.UTF8.GetBytes(text), keepSlash);

    public static string Encode(ReadOnlySpan<byte> bytes, bool keepSlash = false)
    {
        var text = new StringBuilder(bytes.Length + 16);
        foreach (var value in bytes)
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~'
                || (keepSlash && value == '/')) text.Append((char)value);
            else text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
