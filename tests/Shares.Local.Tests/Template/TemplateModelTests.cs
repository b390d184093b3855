using System.Text.Json.Nodes;
using Shares.Local.Template;

namespace Shares.Local.Tests.Template;

public class TemplateModelTests
{
    private readonly TemplateModel _model = RealTemplate.Load();

    [Fact]
    public void The_table_has_string_keys_a_lifetime_and_a_stream_of_both_images() =>
        Assert.Equal(new TableModel("SharesTable", "PK", "SK", "Expires", "NEW_AND_OLD_IMAGES"), _model.Table);

    [Fact]
    public void The_functions_are_these() =>
        Assert.Equal(
            [
                "AccessFunction artifacts/publish/Shares.Access",
                "ApiFunction artifacts/publish/Shares.Api",
                "BillingFunction artifacts/publish/Shares.Billing",
                "CanaryFunction artifacts/publish/Shares.Canary",
                "EgressFunction artifacts/publish/Shares.Egress",
                "ProvisioningFunction artifacts/publish/Shares.Provisioning",
            ],
            _model.Functions.Select(function => $"{function.LogicalId} {function.CodeUri}").Order());

    [Fact]
    public void What_a_function_sets_is_merged_with_what_all_have_in_common()
    {
        var provisioning = _model.Function("ProvisioningFunction");
        Assert.Equal((512, TimeSpan.FromSeconds(120)), (provisioning.MemorySize, provisioning.Timeout));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["TABLE_NAME"] = "SharesTable",
                ["SHARES_ACCOUNT_ID"] = "111122223333",
                ["PIPELINES_VPC_ID"] = "vpc-0local",
                ["SHARES_PIPELINE_ROLE_ARN"] = "arn:aws:iam::111122223333:role/SharesPipelineRole",
                ["SHARES_DOWNLOAD_ROLE_ARN"] = "arn:aws:iam::111122223333:role/SharesDownloadRole",
                ["SHARES_PROVISIONING_ROLE_ARN"] = "arn:aws:iam::111122223333:role/ProvisioningFunctionRole",
            },
            provisioning.Environment);
    }

    [Fact]
    public void A_function_answers_before_the_gateway_gives_up() =>
        Assert.All(
            _model.Routes.Select(route => _model.Function(route.FunctionLogicalId)),
            function => Assert.True(function.Timeout < TimeSpan.FromSeconds(30)));

    [Fact]
    public void Each_function_has_a_role_of_its_own_and_every_role_is_described()
    {
        Assert.Equal(
            ["AccessFunctionRole", "ApiFunctionRole", "BillingFunctionRole", "CanaryFunctionRole", "EgressFunctionRole", "ProvisioningFunctionRole"],
            _model.Functions.Select(function => function.RoleName).Order());
        Assert.Equal(
            ["AccessFunctionRole", "ApiFunctionRole", "BillingFunctionRole", "CanaryFunctionRole", "EgressFunctionRole", "ProvisioningFunctionRole", "SharesDownloadRole", "SharesPipelineRole", "SharesUploadRole", "TrailDeliveryRole"],
            _model.Roles.Select(role => role.Name).Order());
    }

    [Fact]
    public void Provisioning_is_woken_by_the_stream_in_batches_that_may_fail_in_part()
    {
        var source = Assert.Single(_model.Function("ProvisioningFunction").EventSources);
        Assert.Equal(("TRIM_HORIZON", 100, 2, (int?)null), (source.StartingPosition, source.BatchSize, source.ParallelizationFactor, source.MaximumRetryAttempts));
        Assert.True(source.BisectBatchOnFunctionError && source.ReportBatchItemFailures);
        Assert.Equal("arn:aws:sqs:us-east-1:111122223333:ProvisioningFailures", source.FailureDestination);
        Assert.Equal(5, source.Filters.Count);
    }

    [Fact]
    public void The_trail_logs_objects_through_access_points_of_shares_and_nothing_else()
    {
        var trail = Assert.Single(_model.Trails);
        Assert.Equal(("shares-trailbucket", "/shares/shares/trail"), (trail.Bucket, trail.LogGroup));
        Assert.Equal(
            ["eventCategory Data ", "resources.type AWS::S3::AccessPoint ", "resources.ARN  arn:aws:s3:us-east-1:111122223333:accesspoint/shr-"],
            Assert.Single(trail.Selectors).Select(field => $"{field.Field} {string.Join(',', field.EqualTo)} {string.Join(',', field.StartsWith)}"));
    }

    [Fact]
    public void Egress_is_woken_by_the_log_group_of_the_trail_and_by_nothing_else()
    {
        var egress = _model.Function("EgressFunction");
        Assert.Equal([_model.Trails[0].LogGroup], egress.LogSubscriptions);
        Assert.Empty(egress.Schedules);
        Assert.Equal((5, "shares-reportsbucket"), (egress.ReservedConcurrency, egress.Environment["REPORTS_BUCKET"]));
    }

    [Fact]
    public void Billing_is_woken_by_a_schedule_for_each_job_and_does_one_at_a_time()
    {
        var billing = _model.Function("BillingFunction");
        Assert.Equal(
            ["ADDRESS_RANGES", "CROSS_CHECK", "LIMITS", "RESCAN", "STATEMENTS"],
            billing.Schedules.Select(schedule => (string?)JsonNode.Parse(schedule.Input!)!["job"]).Order());
        Assert.Equal(1, billing.ReservedConcurrency);
        Assert.Equal(
            ("shares-trailbucket", "shares-reportsbucket", Assert.Single(_model.Topics)),
            (billing.Environment["TRAIL_BUCKET"], billing.Environment["REPORTS_BUCKET"], billing.Environment["EGRESS_TOPIC_ARN"]));
    }

    [Fact]
    public void Pages_may_read_the_bucket_of_reports_and_no_other_of_these()
    {
        var readable = Assert.Single(_model.Buckets, bucket => bucket.Cors is not null);
        Assert.Equal("shares-reportsbucket", readable.Name);
        Assert.Contains("<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>", readable.Cors, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_a_bucket_for_the_trail_one_for_reports_and_one_for_the_portal_and_all_refuse_what_is_not_encrypted_on_its_way() =>
        Assert.All(_model.Buckets, bucket =>
        {
            Assert.Contains(bucket.Name, (string[])["shares-trailbucket", "shares-reportsbucket", "shares-files"]);
            var first = bucket.Policy!["Statement"]![0]!;
            Assert.Equal(("Deny", "s3:*", "false"), ((string?)first["Effect"], (string?)first["Action"], (string?)first["Condition"]!["Bool"]!["aws:SecureTransport"]));
        });

    [Fact]
    public void Api_finds_the_reports_and_knows_the_role_of_finance()
    {
        var environment = _model.Function("ApiFunction").Environment;
        Assert.Equal(("shares-reportsbucket", RealTemplate.Values["FinanceRoleArn"]), (environment["REPORTS_BUCKET"], environment["FINANCE_ROLE_ARN"]));
    }

    [Fact]
    public void The_routes_are_those_of_the_contract() =>
        Assert.Equal(
            [
                "ANY /api/projects/{project}/datasets/{dataset}/{action} AccessFunction Jwt",
                "ANY /api/projects/{project}/pipeline-token AccessFunction Jwt",
                "ANY /api/projects/{project}/s3-token AccessFunction Jwt",
                "ANY /api/{proxy+} ApiFunction Jwt",
                "ANY /iam/projects/{project}/datasets/{dataset}/{action} AccessFunction Iam",
                "ANY /iam/projects/{project}/pipeline-token AccessFunction Iam",
                "ANY /iam/projects/{project}/s3-token AccessFunction Iam",
                "ANY /iam/{proxy+} ApiFunction Iam",
                "GET /api/health ApiFunction None",
                "GET /api/openapi.json ApiFunction None",
                "GET /api/projects/{project}/datasets/{dataset}/access ApiFunction Jwt",
                "GET /api/version ApiFunction None",
                "GET /iam/projects/{project}/datasets/{dataset}/access ApiFunction Iam",
                "GET /openapi.json ApiFunction None",
                "POST /api/projects/{project}/datasets/upload ApiFunction Jwt",
                "POST /api/projects/{project}/datasets/{dataset} AccessFunction Jwt",
                "POST /iam/projects/{project}/datasets/upload ApiFunction Iam",
                "POST /iam/projects/{project}/datasets/{dataset} AccessFunction Iam",
            ],
            _model.Routes.Select(route => $"{route.Key} {route.FunctionLogicalId} {route.Authorizer}").Order(StringComparer.Ordinal));

    [Fact]
    public void The_jwt_authorizer_trusts_the_given_issuer_and_audience()
    {
        Assert.Equal("http://localhost:8080/oidc", _model.JwtAuthorizer.Issuer);
        Assert.Equal(["portal"], _model.JwtAuthorizer.Audiences);
    }
}
