using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Sessions;

/// <summary>What STS answers to AssumeRole.</summary>
internal static class StsAnswers
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public const string Secret = "a-very-secret-key";
    public const string Token = "a-very-secret-token";

    /// <summary>Of the longest session that is made at <see cref="Now"/>.</summary>
    public static readonly Answer Session = Until(Now + TimeSpan.FromHours(1));

    public static DateTimeOffset Now => new(2031, 1, 2, 2, 4, 5, TimeSpan.Zero);

    public static Answer Until(DateTimeOffset end) => new(200, $"""
        <AssumeRoleResponse xmlns="{Namespace}"><AssumeRoleResult>
        <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/r/x</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIAVENDED</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>{Token}</SessionToken>
        <Expiration>{end.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}</Expiration></Credentials></AssumeRoleResult>
        <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>
        """);

    public static Answer Error(int status, string code) => new(status,
        $"<ErrorResponse xmlns=\"{Namespace}\"><Error><Type>Sender</Type><Code>{code}</Code><Message>Tag value top-secret</Message></Error><RequestId>1</RequestId></ErrorResponse>");
}
