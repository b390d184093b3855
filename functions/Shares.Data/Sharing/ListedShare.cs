using Shares.Core.Access;

namespace Shares.Data.Sharing;

/// <summary>A share in a list that is read as far as the caller goes on asking.</summary>
/// <param name="IsLast">True: nothing follows. False: something follows, unless it goes at this very moment.</param>
public sealed record ListedShare(RelatedShare Related, bool IsLast);
