using Conformance.Cli;
using Conformance.NUnit.InProcess;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>Contracts with other credentials than the examples have: JWTs, client certificates, HTTP Basic.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class AccessRunTests
{
    [TestCase("jwt")]
    [TestCase("mtls")]
    [TestCase("basic")]
    public async Task A_conforming_target_passes_every_case(string contract)
    {
        var run = await RunAsync(contract, null);

        run.Cases.Should().HaveCountGreaterThan(5);
        run.Cases.Where(c => c.Verdict is not Verdict.Passed)
            .Select(c => $"{c.Case.Id}: {c.Verdict} {c.Reason}")
            .Should()
            .BeEmpty();
    }

    [TestCase("jwt", "accepts-unsigned-jwts", "jwt-alg-none-in-mixed-case")]
    [TestCase("jwt", "ignores-jwt-signatures", "jwt-altered")]
    [TestCase("jwt", "ignores-jwt-expiry", "jwt-expired")]
    [TestCase("jwt", "ignores-jwt-start", "jwt-not-yet-valid")]
    [TestCase("jwt", "ignores-jwt-audience", "jwt-for-another")]
    [TestCase("jwt", "ignores-jwt-issuer", "jwt-of-another-issuer")]
    [TestCase("jwt", "ignores-jwt-extensions", "jwt-unknown-extension")]
    [TestCase("mtls", "accepts-missing-credentials", "no-credential")]
    [TestCase("mtls", "accepts-unknown-credentials", "foreign-certificate")]
    [TestCase("mtls", "trusts-names-of-certificates", "imitated-certificate")]
    [TestCase("basic", "answers-bad-clients-with500", "wrong-secret")]
    [TestCase("basic", "accepts-secrets-in-url", "secret-in-url")]
    public async Task A_target_that_believes_too_much_fails(string contract, string fault, string situation)
    {
        var run = await RunAsync(contract, fault);

        run.Cases.Where(c => c.Verdict is Verdict.Failed)
            .Select(c => c.Case.Id.Split('/')[^1])
            .Should()
            .Contain(situation);
    }

    [Test]
    public async Task Without_the_key_of_the_test_issuer_what_needs_it_is_skipped_with_the_reason()
    {
        var run = await RunAsync("jwt", null, "TEST_ISSUER_KEY");

        var expired = run.Cases.Should().ContainSingle(c => c.Case.Id.EndsWith("/jwt-expired")).Subject;
        expired.Verdict.Should().Be(Verdict.Skipped);
        expired.Reason.Should().Contain("TEST_ISSUER_KEY is not set");
        run.Cases.Should().Contain(c => c.Case.Id.EndsWith("/jwt-alg-none") && c.Verdict == Verdict.Passed);
    }

    private static async Task<RunResult> RunAsync(string contract, string? fault, string? withheld = null)
    {
        var options = new RunOptions
        {
            Specification = Path.Combine(
                RepositoryFiles.Root,
                "tests",
                "Conformance.Tests",
                "Run",
                "Access",
                $"{contract}.yaml"
            ),
            Reports = "none",
            Filter = "kind=auth_refresh",
        };
        IEmbeddedTarget target = new SimulatorTarget(TimeProvider.System, fault is null ? [] : [fault]);
        var context = new RunContext { EmbeddedTarget = withheld is null ? target : new Withholding(target, withheld) };
        var run = await ConformanceRun.RunAsync(options, new InProcessRunner(4), context, CancellationToken.None);
        return run.Value?.Result ?? throw new InvalidOperationException(run.Refusal!.Message);
    }

    /// <summary>A target that keeps one of its credentials to itself.</summary>
    private sealed class Withholding(IEmbeddedTarget target, string variable) : IEmbeddedTarget
    {
        public async Task<EmbeddedAddress> StartAsync(
            IntegrationSpecification specification,
            TargetEnvironment? environment,
            int seed,
            CancellationToken cancellationToken
        )
        {
            var address = await target.StartAsync(specification, environment, seed, cancellationToken);
            return address with { Configuration = address.Configuration.Remove(variable) };
        }

        public ValueTask DisposeAsync() => target.DisposeAsync();
    }
}
