using Shares.Local.Policies;

namespace Shares.Local.Aws;

/// <summary>
/// A service of the local AWS, found by the service name in the credential scope. Register one as a singleton to add it;
/// it gets requests with a right signature only, and decides itself what the caller may do.
/// </summary>
/// <param name="Name">Such as <c>s3</c>, <c>sts</c>, <c>lambda</c>.</param>
public sealed record AwsService(string Name, Func<HttpContext, Caller, Task> HandleAsync);
