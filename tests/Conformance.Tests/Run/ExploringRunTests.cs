using Conformance.NUnit.InProcess;
using Conformance.Simulator;
using Conformance.Specification.Model;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>Random cases against a target, and what is left of a failure when everything beside the point is gone.</summary>
public sealed class ExploringRunTests
{
    private static readonly RunOptions Explore = new()
    {
        Specification = RepositoryFiles.Spec("orders.yaml"),
        Reports = "none",
        Explore = 15,
        Filter = "tag=explored",
    };

    [TestCase("orders.yaml")]
    [TestCase("parcels.yaml")]
    public async Task A_conforming_target_passes_every_random_case(string specification)
    {
        var run = await RunAsync(Explore with { Specification = RepositoryFiles.Spec(specification) });

        run.Cases.Where(c => c.Verdict is not Verdict.Passed).Select(c => c.Case.Title).Should().BeEmpty();
        run.Cases.Length.Should().BeGreaterThanOrEqualTo(45);
    }

    [Test]
    public async Task A_change_that_is_lost_is_shown_by_the_two_calls_it_takes()
    {
        var run = await RunAsync(Explore, "loses-changes");

        var smallest = run.Cases.First(c => c.Verdict is Verdict.Failed).Smallest;
        smallest!
            .Scenario!.Split('\n')
            .Where(l => l.Contains("call:"))
            .Select(l => l.Trim())
            .Should()
            .Equal("- call: create-order", "- call: cancel-order");
        smallest.Tried.Should().BeInRange(1, 40);
    }

    [Test]
    public async Task A_refused_value_is_shown_in_the_smallest_body_that_is_refused()
    {
        var run = await RunAsync(
            Explore with
            {
                Explore = 0,
                Filter = "id=create-order/validation_errors/customer_id/trailing-newline",
            },
            "ignores-pattern"
        );

        var failed = run.Cases.Should().ContainSingle(c => c.Verdict == Verdict.Failed).Subject;
        failed.Smallest!.Body.Should().Be("""{"customer_id":"\n","items":[{"product_id":"S","quantity":2}]}""");
        failed.Smallest.Scenario.Should().BeNull("the suite has this case anyway");
    }

    [Test]
    public async Task Nothing_smaller_is_looked_for_when_that_is_not_wanted()
    {
        var run = await RunAsync(Explore with { Shrinks = false }, "loses-changes");

        run.Cases.Should().Contain(c => c.Verdict == Verdict.Failed).And.OnlyContain(c => c.Smallest == null);
    }

    private static async Task<RunResult> RunAsync(RunOptions options, params string[] faults)
    {
        var context = new RunContext { EmbeddedTarget = new FaultyTarget(faults) };
        var run = await ConformanceRun.RunAsync(options, new InProcessRunner(4), context, CancellationToken.None);
        return run.Value?.Result ?? throw new InvalidOperationException(run.Refusal!.Message);
    }

    private sealed class FaultyTarget(string[] faults) : IEmbeddedTarget
    {
        private SimulatorServer? server;

        public async Task<EmbeddedAddress> StartAsync(
            IntegrationSpecification specification,
            TargetEnvironment? environment,
            int seed,
            CancellationToken cancellationToken
        )
        {
            var options = new SimulatorOptions
            {
                Environment = environment,
                Seed = seed,
                Faults = [.. faults],
            };
            server = await SimulatorServer.StartAsync(specification, options, cancellationToken);
            return new(
                server.BaseUrl,
                "/_simulator/states",
                "/_simulator/clock",
                SimulatorCredentials.ForBothClients(specification)
            );
        }

        public async ValueTask DisposeAsync()
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }
}
