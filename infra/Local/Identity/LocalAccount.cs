using System.Security.Cryptography;
using System.Text;

namespace Shares.Local.Identity;

/// <summary>The one AWS account and Region that the local cloud plays.</summary>
public static class LocalAccount
{
    public const string Id = "111122223333";
    public const string Region = "us-east-1";

    public static string RoleArn(string roleName) => $"arn:aws:iam::{Id}:role/{roleName}";

    public static string SessionArn(string roleName, string sessionName) => $"arn:aws:sts::{Id}:assumed-role/{roleName}/{sessionName}";

    public static string TableArn(string name) => $"arn:aws:dynamodb:{Region}:{Id}:table/{name}";

    public static string AccessPointArn(string name) => $"arn:aws:s3:{Region}:{Id}:accesspoint/{name}";

    /// <summary>The unique id of a role (<c>AROA…</c>), the same for the same name on every run.</summary>
    public static string RoleId(string roleName) =>
        "AROA" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(roleName)))[..17];
}
