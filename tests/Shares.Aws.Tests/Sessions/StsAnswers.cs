using Shares.Aws.Tests.AccessPoints;

namespace Shares.Aws.Tests.Sessions;

/// <summary>What STS answers to AssumeRole.</summary>
internal static class StsAnswers
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public const string Secret = "a-very-secret-key";
    public const string Token = "a-very-secret-token";

    public static readonly Answer Session = new(200, $"""
        <AssumeRoleResponse xmlns="{Namespace}"><AssumeRoleResult>
        <AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/r/x</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>ASIAVENDED</AccessKeyId><SecretAccessKey>{Secret}</SecretAccessKey><SessionToken>{Token}</SessionToken>
        <Expiration>2031-01-02T03:04:05Z</Expiration></Credentials></AssumeRoleResult>
        <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></AssumeRoleResponse>
        """);

    public static Answer Error(int status, string code) => new(status,
        $"<ErrorResponse xmlns=\"{Namespace}\"><Error><Type>Sender</Type><Code>{code}</Code><Message>Tag value top-secret</Message></Error><RequestId>1</RequestId></ErrorResponse>");
}
