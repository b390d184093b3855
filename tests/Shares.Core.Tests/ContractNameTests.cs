using CsCheck;
using Shares.Core.Datasets;
using Shares.Core.Failures;
using Shares.Core.Sharing;

namespace Shares.Core.Tests;

public sealed class ContractNameTests
{
    [Theory]
    [InlineData(SelectionField.CreatedBy, "CREATED_BY")]
    [InlineData(SelectionField.Tag, "TAG")]
    public void Names_are_upper_case_with_underscores(SelectionField value, string name) => Assert.Equal(name, ContractName.Of(value));

    [Fact]
    public void The_code_of_an_error_is_the_one_of_the_contract() => Assert.Equal("SHARE_IS_ANALYZE_ONLY", ContractName.Of(ErrorCode.ShareIsAnalyzeOnly));

    [Fact]
    public void A_name_reads_back() => Gen.Enum<DatasetStatus>().Sample(s => ContractName.Parse<DatasetStatus>(ContractName.Of(s)) == s);

    [Theory]
    [InlineData("tag")]
    [InlineData("Tag")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    public void Any_other_spelling_is_refused(string? name) => Assert.False(ContractName.TryParse<SelectionField>(name, out _));
}
