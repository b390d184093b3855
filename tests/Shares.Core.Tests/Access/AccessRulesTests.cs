using Shares.Core.Access;
using Shares.Core.Datasets;
using Shares.Core.Egress.Costs;
using Shares.Core.Failures;
using Shares.Core.Projects;
using Shares.Core.Sharing;

namespace Shares.Core.Tests.Access;

public sealed class AccessRulesTests
{
    private const ErrorCode NotFound = ErrorCode.NotFound;

    /// <summary>Each row is a rule: who asks, for what dataset, through what shares, for what purpose, and the refusal (null: granted).</summary>
    public static TheoryData<string, Func<AccessDecision>, ErrorCode?> Rules => new()
    {
        { "A collaborator downloads the project's own dataset", () => Own(Some.Member(Some.Publisher), Purpose.Download), null },
        { "A collaborator sees the project's own dataset", () => Own(Some.Member(Some.Publisher), Purpose.See), null },
        { "A person never analyzes, not even the owner", () => Own(Some.Member(Some.Publisher, Role.Owner), Purpose.Analyze), ErrorCode.NotYourPipelineRole },
        { "The pipeline role analyzes the project's own dataset", () => Own(Some.Pipeline(Some.Publisher), Purpose.Analyze), null },
        { "A pipeline never downloads", () => Own(Some.Pipeline(Some.Publisher), Purpose.Download), ErrorCode.RoleTooLow },
        { "A pipeline lists files", () => Own(Some.Pipeline(Some.Publisher), Purpose.See), null },
        { "A deleted dataset is not there", () => Ask(Some.Member(Some.Publisher), Purpose.See, dataset: Some.Dataset() with { Status = DatasetStatus.Deleted }), NotFound },
        { "An unknown dataset is not there", () => AccessRules.Decide(Some.Member(Some.Publisher), null, [], Purpose.See, Some.Now), NotFound },
        { "Without any share the dataset is not there", () => Ask(Purpose.See), NotFound },
        { "A subscriber's member sees an analyze-only dataset", () => Ask(Purpose.See, Some.Subscribed(Some.Share())), null },
        { "An analyze-only share never yields a download", () => Ask(Purpose.Download, Some.Subscribed(Some.Share())), ErrorCode.ShareIsAnalyzeOnly },
        { "A subscriber's pipeline analyzes through an analyze-only share", () => Ask(Some.Pipeline(Some.Subscriber), Purpose.Analyze, Some.Subscribed(Some.Share())), null },
        { "A subscriber's pipeline analyzes through a download share too", () => Ask(Some.Pipeline(Some.Subscriber), Purpose.Analyze, Some.Subscribed(Open())), null },
        { "A subscriber's member downloads through a share that allows it", () => Ask(Purpose.Download, Some.Subscribed(Open())), null },
        { "Suspended downloads are refused as such", () => Ask(Purpose.Download, Some.Subscribed(Suspended())), ErrorCode.DownloadsSuspended },
        { "Names of files are there while downloads are suspended", () => Ask(Purpose.See, Some.Subscribed(Suspended())), null },
        { "Analyses go on while downloads are suspended", () => Ask(Some.Pipeline(Some.Subscriber), Purpose.Analyze, Some.Subscribed(Suspended())), null },
        { "An analyze-only share stays that while it is suspended", () => Ask(Purpose.Download, Some.Subscribed(Suspended() with { IsViewRestricted = true })), ErrorCode.ShareIsAnalyzeOnly },
        { "A share that is not suspended is enough beside one that is", () => Ask(Purpose.Download, Some.Subscribed(Suspended()), Some.Subscribed(Open(2))), null },
        { "Of a suspended and an analyze-only share the refusal is that of the suspended one", () => Ask(Purpose.Download, Some.Subscribed(Some.Share(1)), Some.Subscribed(Suspended(2))), ErrorCode.DownloadsSuspended },
        { "The publisher's members download their own dataset whatever is suspended", () => Ask(Some.Member(Some.Publisher), Purpose.Download, Some.Subscribed(Suspended())), null },
        { "One of two shares that allows downloads is enough", () => Ask(Purpose.Download, Some.Subscribed(Some.Share(1)), Some.Subscribed(Open(2))), null },
        { "An offer that was not accepted gives nothing", () => Ask(Purpose.See, Some.Subscribed(Open(), type: ShareType.Available)), NotFound },
        { "A relation of another project gives nothing", () => Ask(Purpose.See, Some.Subscribed(Open(), Some.Stranger)), NotFound },
        { "A share that no longer names the project gives nothing", () => Ask(Purpose.See, Some.Subscribed(Open() with { SharedProjectIds = [Some.Stranger] })), NotFound },
        { "A share gives nothing from the moment it expires", () => Ask(Purpose.See, Some.Subscribed(Open() with { ExpiresAt = Some.Now })), NotFound },
        { "A share gives access until the moment it expires", () => Ask(Purpose.Download, Some.Subscribed(Open() with { ExpiresAt = Some.Now.AddTicks(1) })), null },
        { "A dataset that the selection does not hold is not there", () => Ask(Purpose.See, Some.Subscribed(Open() with { Selection = new Selection([]) })), NotFound },
        { "An unfinished dataset is not in any share", () => Ask(Some.Member(Some.Subscriber), Purpose.See, Some.Dataset() with { Status = DatasetStatus.Running }, Some.Subscribed(Open())), NotFound },
        { "A received dataset is never shared on", () => Ask(Purpose.See, Some.Subscribed(Open() with { PublisherId = Some.Stranger })), NotFound },
        { "Downloads wait until the access point is there", () => Ask(Purpose.Download, Some.Subscribed(Open() with { Enforcement = EnforcementSummary.Pending })), ErrorCode.NotReady },
        { "Analyses wait until the access point is there", () => Ask(Some.Pipeline(Some.Subscriber), Purpose.Analyze, Some.Subscribed(Open() with { Enforcement = EnforcementSummary.Pending })), ErrorCode.NotReady },
        { "Names of files need no access point", () => Ask(Purpose.See, Some.Subscribed(Open() with { Enforcement = EnforcementSummary.Pending })), null },
        { "An access point of an older generation counts for nothing", () => Ask(Purpose.Download, Some.Subscribed(Open() with { DownloadGeneration = 2 })), ErrorCode.NotReady },
        { "A person of the subscriber never analyzes", () => Ask(Purpose.Analyze, Some.Subscribed(Open())), ErrorCode.NotYourPipelineRole },
        { "To a stranger's person a dataset is not there, whatever the purpose", () => Ask(Some.Member(Some.Stranger), Purpose.Analyze, Some.Subscribed(Open())), NotFound },
        { "To a stranger's pipeline a dataset is not there, whatever the purpose", () => Ask(Some.Pipeline(Some.Stranger), Purpose.Download, Some.Subscribed(Open())), NotFound },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Access_follows_the_rule(string rule, Func<AccessDecision> ask, ErrorCode? refusal)
    {
        var decision = ask();
        Assert.True(refusal == decision.Refusal?.Code, $"{rule}: expected {refusal?.ToString() ?? "granted"}, got {decision.Refusal?.Code.ToString() ?? "granted"}");
    }

    [Fact]
    public void A_refusal_names_the_rule_that_failed_last_and_the_share()
    {
        var decision = Ask(Purpose.Download, Some.Subscribed(Some.Share(7)));
        Assert.Equal(new RuleOutcome(Rule.ShareAllowsThePurpose, Some.ShareId(7), Passed: false), decision.Rules.Last(r => r.ShareId is not null));
    }

    [Fact]
    public void Access_is_given_by_the_share_that_allows_it_and_not_by_one_that_does_not()
    {
        var decision = Ask(Purpose.Download, Some.Subscribed(Some.Share(1)), Some.Subscribed(Open(2)), Some.Subscribed(Open(3)));
        Assert.Equal(Some.ShareId(2), decision.Through?.Id);
    }

    [Fact]
    public void The_order_of_the_shares_makes_no_difference()
    {
        RelatedShare[] shares = [Some.Subscribed(Open(3)), Some.Subscribed(Some.Share(1)), Some.Subscribed(Open(2))];
        Assert.Equal(Ask(Purpose.Download, shares).Through?.Id, Ask(Purpose.Download, [.. shares.Reverse()]).Through?.Id);
    }

    private static Share Open(int number = 1) => Some.Share(number, isViewRestricted: false);

    private static Share Suspended(int number = 1) => Open(number) with { Suspension = new(BillingPeriod.Of(Some.Now), Some.Now) };

    private static AccessDecision Own(ProjectCaller caller, Purpose purpose) => Ask(caller, purpose);

    private static AccessDecision Ask(Purpose purpose, params RelatedShare[] shares) => Ask(Some.Member(Some.Subscriber), purpose, shares);

    private static AccessDecision Ask(ProjectCaller caller, Purpose purpose, params RelatedShare[] shares) =>
        Ask(caller, purpose, Some.Dataset(), shares);

    private static AccessDecision Ask(ProjectCaller caller, Purpose purpose, Dataset dataset, params RelatedShare[] shares) =>
        AccessRules.Decide(caller, dataset, shares, purpose, Some.Now);
}
