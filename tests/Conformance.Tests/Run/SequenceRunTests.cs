using Conformance.Execution.Recording;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Run;

/// <summary>The sequence diagram of the orders specification as a case, against the simulator.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SequenceRunTests
{
    [Test]
    public async Task What_the_diagram_shows_happens_in_that_order()
    {
        var result = await RunAsync();

        result.Verdict.Should().Be(Verdict.Passed, result.Reason);
        result
            .Record!.Exchanges.Where(e => e.Purpose is not ExchangePurpose.Token)
            .Select(e => (e.Step, e.Response!.Status))
            .Should()
            .Equal(("1. POST /api/v1/orders", 201), ("2. order.created", 200));
        result.Case.NotObserved.Should().Contain("Order Service -> Inventory Service: Reserve Items");
    }

    [TestCase("tells-events-before-answering", "DeliveryFollowsAnswer", "order.created came * s before the answer")]
    [TestCase("creates-with-status200", "StatusIs", "200 OK")]
    public async Task What_departs_from_the_diagram_is_told(string fault, string check, string actual)
    {
        var result = await RunAsync(fault);

        result.Verdict.Should().Be(Verdict.Failed, result.Reason);
        var broken = result.Checks.Where(c => c.Outcome is CheckOutcome.Broken).ToList();
        broken
            .Should()
            .Contain(c => c.Check == check && c.Requirement.Id == "sequence_diagrams.order-creation")
            .Which.Finding!.Actual.Should()
            .Match(actual);
    }

    private static async Task<CaseResult> RunAsync(params string[] faults)
    {
        var options = new RunOptions
        {
            Specification = RepositoryFiles.Spec("orders.yaml"),
            Reports = "none",
            Filter = "tag=sequence",
        };
        var context = new RunContext { Time = TimeProvider.System, EmbeddedTarget = new SimulatedTarget(null, faults) };
        var run = await ConformanceRun.RunAsync(options, new SequentialRunner(), context, CancellationToken.None);
        run.Refusal.Should().BeNull();
        return run.Value!.Result.Cases.Should().ContainSingle().Subject;
    }
}
