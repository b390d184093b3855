namespace Shares.Local.Template;

internal static class HttpApiReader
{
    /// <summary>Name that a route uses for the authorizer of AWS signatures.</summary>
    public const string Iam = "AWS_IAM";

    public const string None = "NONE";

    public static JwtAuthorizerModel Read(Resource resource)
    {
        var api = resource.Properties();
        // One machine has one caller and shows its log on the terminal.
        api.PassOver("DefaultRouteSettings", "AccessLogSettings");
        var auth = api.RequiredChild("Auth");
        var authorizers = auth.RequiredChild("Authorizers");
        if (!auth.Flag("EnableIamAuthorizer")) throw resource.Place.Error(auth.Node, "EnableIamAuthorizer is expected to be true");

        var name = auth.RequiredText("DefaultAuthorizer");
        var jwt = authorizers.RequiredChild(name);
        var source = jwt.RequiredText("IdentitySource");
        if (source != "$request.header.Authorization") throw resource.Place.Error(jwt.Node, $"the local cloud does not know the identity source {source}");

        var configuration = jwt.RequiredChild("JwtConfiguration");
        var model = new JwtAuthorizerModel(configuration.RequiredText("issuer"), configuration.Texts("audience"));
        foreach (var block in (Block[])[configuration, jwt, authorizers, auth, api]) block.End();
        return model;
    }

    /// <summary>The authorizer that a route names; null means the API's default, which is the JWT authorizer.</summary>
    public static RouteAuthorizer Authorizer(Block route, string? name) => name switch
    {
        null => RouteAuthorizer.Jwt,
        Iam => RouteAuthorizer.Iam,
        None => RouteAuthorizer.None,
        _ => throw route.Place.Error(route.Node, $"the local cloud does not know the authorizer {name}"),
    };
}
