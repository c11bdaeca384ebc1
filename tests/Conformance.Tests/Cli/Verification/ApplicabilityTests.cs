using System.Collections.Immutable;
using Conformance.Cli;
using Conformance.Cli.Verification;
using Conformance.Simulator.Faults;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Cli.Verification;

/// <summary>Faults that a specification gives nothing to lie about.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ApplicabilityTests
{
    public static IEnumerable<string> SmallSpecifications => [Notes.Path, RepositoryFiles.Spec("parcels.yaml")];

    [Test]
    public void Every_fault_applies_to_a_specification_that_has_what_it_lies_about()
    {
        var tickets = Load(RepositoryFiles.Fixture("..", "Simulator", "tickets.yaml"));
        var jwt = Load(RepositoryFiles.Fixture("..", "Run", "Access", "jwt.yaml"));
        var certificates = Load(RepositoryFiles.Fixture("..", "Run", "Access", "mtls.yaml"));

        FaultCatalog
            .All.Where(f => f.Area is not FaultArea.Webhooks)
            .Where(f => new[] { tickets, jwt, certificates }.All(s => f.LacksIn(s) is not null))
            .Select(f => $"{f.Name}: {f.LacksIn(tickets)}")
            .Should()
            .BeEmpty("the transcripts of these tell every fault from conforming behaviour");
    }

    [Test]
    public void Faults_without_an_occasion_say_what_is_missing()
    {
        var notes = Load(Notes.Path);

        Lack("counts-per-token", notes).Should().Be("rate limits");
        Lack("ignores-idempotency-keys", notes).Should().Be("idempotency keys");
        Lack("reissues-same-token", notes).Should().Be("operation that asks for credentials");
        Lack("keeps-deleted-resources", notes).Should().Be("operation to delete a resource");
        Lack("ignores-unique-items", notes).Should().Be("uniqueItems in a request");
        Lack("ignores-max-length", notes).Should().BeNull("the text of a note has one");
        Lack("omits-error-code", notes).Should().BeNull("the error format has one");
    }

    [TestCaseSource(nameof(SmallSpecifications))]
    public async Task Faults_that_do_not_apply_never_alter_what_a_server_does(string path)
    {
        var specification = Load(path);
        string[] idle = [.. FaultCatalog.All.Where(f => f.LacksIn(specification) is not null).Select(f => f.Name)];
        var target = new SimulatorTarget(TimeProvider.System, idle);
        var plan = ConformancePlan.Make(VerificationOptions.ForSimulator(path), CancellationToken.None).Value!;
        var options = new VerificationOptions(plan, []) { Target = (_, _) => target };

        var run = await ConformingRun.RunAsync(options, TimeProvider.System, CancellationToken.None);

        run.Value!.Requests.Should().BeGreaterThan(20);
        target.Alterations.Should().Be(0, "these should have nothing to lie about: {0}", string.Join(", ", idle));
    }

    private static string? Lack(string fault, IntegrationSpecification specification) =>
        FaultCatalog.Find(fault)!.LacksIn(specification);

    private static IntegrationSpecification Load(string path) => SpecificationLoader.Load(path).Specification!;
}
