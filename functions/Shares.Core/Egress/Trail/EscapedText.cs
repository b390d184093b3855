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
    private const int Block = 32;

    /// <summary>From anywhere within a block, or after an escape at its end, a whole one can be copied.</summary>
    private const int Ahead = (2 * Block) + 2;

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
        while (text.Length - read >= Ahead)
        {
            var ahead = text.Slice(read, Ahead);
            CopyBlock(ahead, plain[written..]);
            var place = 0;
            // What follows an escape is copied once more, to where it belongs. With its backslash goes the byte that it escapes.
            for (uint special = FindSpecial(ahead), escape; special != 0; special &= ~escape)
            {
                var next = BitOperations.TrailingZeroCount(special);
                escape = 0b11u << next;
                written += next - place;
                place = next + 2;
                if (ahead[next] == (byte)'"')
                {
                    read += next + 1;
                    return OperationStatus.Done;
                }

                if (Meant(ahead[next + 1]) is not (> 0 and var meant)) return OperationStatus.InvalidData;
                plain[written++] = meant;
                CopyBlock(ahead[place..], plain[written..]);
            }

            written += Math.Max(Block - place, 0);
            read += Math.Max(Block, place);
        }

        return TryReadRest(text, plain, ref read, ref written);
    }

    private static OperationStatus TryReadRest(ReadOnlySpan<byte> text, Span<byte> plain, ref int read, ref int written)
    {
        while (read < text.Length)
        {
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

        return OperationStatus.NeedMoreData;
    }

    private static void CopyBlock(ReadOnlySpan<byte> from, Span<byte> to)
    {
        Vector128.Create(from).CopyTo(to);
        Vector128.Create(from[Vector128<byte>.Count..]).CopyTo(to[Vector128<byte>.Count..]);
    }

    /// <summary>A bit for each quote and each backslash in the block.</summary>
    private static uint FindSpecial(ReadOnlySpan<byte> block)
    {
        static uint Find(Vector128<byte> half) =>
            (Vector128.Equals(half, Vector128.Create((byte)'"')) | Vector128.Equals(half, Vector128.Create((byte)'\\'))).ExtractMostSignificantBits();

        return Find(Vector128.Create(block)) | (Find(Vector128.Create(block[Vector128<byte>.Count..])) << Vector128<byte>.Count);
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
