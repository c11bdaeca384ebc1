using Conformance.Tests.Specification;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// What .NET's standard resilience handler fulfils as its documentation shows it, and with what the specification asks
/// for beside it; the README has it as a table. Alone: pauses are measured.
/// </summary>
[NonParallelizable]
public sealed class ResilientClientTests
{
    private const string InProgress = "consumer/edge_cases/retry-after-is-honoured/IDEMPOTENCY_IN_PROGRESS";

    private const string TokenRetried = "consumer/auth_refresh/token-request-is-retried";
    private const string Refreshed = "consumer/auth_refresh/unauthorized-is-refreshed-once/UNAUTHORIZED";

    [Test]
    public async Task The_standard_handler_alone_lacks_what_is_about_tokens()
    {
        var cases = await ObserveAsync("standard");

        // The handler's pauses are random: now and then they happen to be as long as the specification asks.
        Ids(cases, Verdict.Failed).Should().Contain(Refreshed).And.BeSubsetOf([TokenRetried, Refreshed]);
        Ids(cases, Verdict.Inconclusive).Should().BeEquivalentTo(InProgress);
    }

    [Test]
    public async Task With_a_token_cache_that_knows_the_specification_nothing_fails()
    {
        var cases = await ObserveAsync("completed");

        Ids(cases, Verdict.Failed).Should().BeEmpty();
        Ids(cases, Verdict.Inconclusive).Should().BeEquivalentTo([InProgress], "the handler does not repeat 409");
    }

    private static async Task<IReadOnlyList<CaseResult>> ObserveAsync(string mode)
    {
        var configuration = AppContext.BaseDirectory.Contains("Debug", StringComparison.Ordinal) ? "Debug" : "Release";
        var client = Path.Combine(
            RepositoryFiles.Root,
            "tests",
            "Conformance.ResilientClient",
            "bin",
            configuration,
            "net10.0",
            "Conformance.ResilientClient.dll"
        );
        return (await ObservedOrders.ObserveCommandAsync(["dotnet", client, mode, "500", "1000"])).Result.Cases;
    }

    private static IEnumerable<string> Ids(IEnumerable<CaseResult> cases, Verdict verdict) =>
        cases.Where(c => c.Verdict == verdict).Select(c => c.Case.Id);
}
