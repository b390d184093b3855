using Shares.Local.Template;

namespace Shares.Local.Tests.Template;

/// <summary>What the local cloud would run differently from AWS is refused, with the place in the template.</summary>
public sealed class UnknownPartsTests : IDisposable
{
    private readonly TemplateCopy _template = new();

    public void Dispose() => _template.Dispose();

    [Theory]
    [InlineData("AttributeName: Expires, Enabled: true", "AttributeName: Expires, Enabled: please", "SharesTable: Enabled is not true or false")]
    [InlineData("BatchSize: 100", "TumblingWindowInSeconds: 5", "ProvisioningFunction: the local cloud does not know TumblingWindowInSeconds")]
    [InlineData("Type: AWS::SQS::Queue", "Type: AWS::SNS::Topic", "does not know the attribute Arn of AWS::SNS::Topic")]
    [InlineData("issuer: !Ref JwtIssuer", "issuer: !Ref JwtIsuer", "HttpApi: JwtIsuer is neither a parameter nor a resource")]
    [InlineData("issuer: !Ref JwtIssuer", "issuer: !ImportValue JwtIssuer", "HttpApi: the local cloud does not know Fn::ImportValue")]
    [InlineData("issuer: !Ref JwtIssuer", "issuer: { 'Fn::ImportValue': JwtIssuer }", "HttpApi: the local cloud does not know Fn::ImportValue")]
    [InlineData("Outputs.ApiRoleArn", "Outputs.NoRoleArn", "has no output NoRoleArn")]
    [InlineData("Authorizer: NONE", "Authorizer: Lambda", "ApiFunction: the local cloud does not know the authorizer Lambda")]
    [InlineData("Type: DynamoDB", "Type: Kinesis", "ProvisioningFunction: the local cloud does not know events of type Kinesis")]
    public void It_is_an_error_that_names_line_and_resource(string text, string instead, string message)
    {
        _template.Replace("template.yaml", text, instead);

        var error = Assert.Throws<TemplateException>(_template.Load);

        Assert.Matches(@"template\.yaml\(\d+\): ", error.Message);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_without_value_is_an_error() =>
        Assert.Contains(
            "JwtIssuer: the parameter has no value",
            ErrorOf([]),
            StringComparison.Ordinal);

    [Fact]
    public void A_value_without_parameter_is_an_error() =>
        Assert.Contains("there is no parameter JwtIsuer", ErrorOf(new(RealTemplate.Values) { ["JwtIsuer"] = "x" }), StringComparison.Ordinal);

    private static string ErrorOf(Dictionary<string, string> values) =>
        Assert.Throws<TemplateException>(() => TemplateModel.Load(RealTemplate.Root, new TemplateParameters(values))).Message;
}
