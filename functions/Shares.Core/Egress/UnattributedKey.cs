namespace Shares.Core.Egress;

/// <summary>Egress of a day that counts for no publisher.</summary>
/// <param name="Subject">What the reason is about, such as the name of the event; at most <see cref="MaxSubject"/> characters, may be empty.</param>
public sealed record UnattributedKey(DateOnly Day, UnattributedReason Reason, TransferZone Zone, string Subject)
{
    public const int MaxSubject = 128;

    public static string Subjected(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Length <= MaxSubject) return subject;
        // Half a character could not be stored, and would come back as another subject.
        return subject[..(char.IsHighSurrogate(subject[MaxSubject - 1]) ? MaxSubject - 1 : MaxSubject)];
    }
}
