using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Shares.Core.Egress.Trail;

/// <summary>
/// Takes the escapes out of a JSON text. A message of a log is JSON within JSON, with an escape at every tenth byte; System.Text.Json looks at
/// such a text byte by byte, twice, which takes longer than everything else that is done with a record.
/// </summary>
internal static class EscapedText
{
    /// <param name="text">From after the opening quote.</param>
    /// <param name="plain">At least as long as the text.</param>
    /// <param name="read">Up to and with the closing quote.</param>
    /// <returns>
    /// Done; NeedMoreData when the closing quote is not there; InvalidData at an escape by number (<c>\u</c>) or an unknown one, which are left to
    /// the JSON reader.
    /// </returns>
    public static OperationStatus TryRead(ReadOnlySpan<byte> text, Span<byte> plain, out int read, out int written)
    {
        (read, written) = (0, 0);
        while (true)
        {
            // Copies a whole vector and goes on from the first byte in it that means something.
            for (; text.Length - read >= Vector128<byte>.Count; read += Vector128<byte>.Count, written += Vector128<byte>.Count)
            {
                var block = Vector128.Create(text[read..]);
                block.CopyTo(plain[written..]);
                var special = (Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();
                if (special == 0) continue;
                var before = BitOperations.TrailingZeroCount(special);
                (read, written) = (read + before, written + before);
                break;
            }

            if (read >= text.Length) return OperationStatus.NeedMoreData;
            var next = text[read++];
            if (next == (byte)'"') return OperationStatus.Done;
            if (next == (byte)'\\')
            {
                if (read == text.Length) return OperationStatus.NeedMoreData;
                next = Meant(text[read++]);
                if (next == 0) return OperationStatus.InvalidData;
            }

            plain[written++] = next;
        }
    }

    /// <summary>What stands for itself or a control character after a backslash; 0 for anything else.</summary>
    private static byte Meant(byte escaped) => escaped switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => escaped,
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        _ => 0,
    };
}
