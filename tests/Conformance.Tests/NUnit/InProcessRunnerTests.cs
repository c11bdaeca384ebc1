using Conformance.NUnit;
using Conformance.NUnit.InProcess;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Specification.Model;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Tests.NUnit;

/// <summary>NUnit inside NUnit.</summary>
public sealed class InProcessRunnerTests
{
    private static RunOptions Orders { get; } =
        new() { Specification = RepositoryFiles.Spec("orders.yaml"), Reports = "none" };

    [Test]
    public async Task Every_case_is_run_once_and_both_books_agree()
    {
        var watching = new Watching();

        var run = await RunAsync(Notes.Options, watching);

        watching.Finished.Select(r => r.Case.Id).Should().BeEquivalentTo(run.Plan.Cases.Select(c => c.Id));
        run.Result.Notes.Should().BeEmpty();
        run.Gate.ExitCode.Should().Be(ExitCodes.Conforming, run.Gate.Reason);
    }

    [Test]
    public async Task Cases_run_beside_each_other_and_exclusive_ones_afterwards_alone_and_in_order()
    {
        var watching = new Watching();

        await RunAsync(Orders, watching);

        watching.MostAtOnce.Should().BeGreaterThan(1);
        watching.NotAlone.Should().BeEmpty();
        var isolations = watching.StartedCases.Select(c => c.Isolation).ToArray();
        isolations.Should().BeInAscendingOrder().And.Contain(CaseIsolation.SharedState);
        var exclusive = watching.StartedCases.Where(c => c.Isolation is not CaseIsolation.Parallel).Select(c => c.Id);
        var planned = Notes.Plan(Orders).Cases.Where(c => c.Isolation is not CaseIsolation.Parallel).Select(c => c.Id);
        exclusive.Should().Equal(planned);
    }

    [Test]
    public async Task Verdicts_do_not_depend_on_the_number_of_workers()
    {
        var alone = await RunAsync(Notes.Options, new Watching(), workers: 1, Notes.Lying);
        var many = await RunAsync(Notes.Options, new Watching(), workers: 16, Notes.Lying);

        Verdicts(many).Should().Equal(Verdicts(alone));
        alone.Result.Count(Verdict.Failed).Should().BePositive();
    }

    [Test]
    public async Task An_interruption_starts_no_further_case()
    {
        using var interruption = new CancellationTokenSource();
        var watching = new Watching(_ => interruption.Cancel());

        var run = await RunAsync(Notes.Options, watching, workers: 1, cancellationToken: interruption.Token);

        watching.StartedCases.Should().ContainSingle();
        run.Gate.ExitCode.Should().Be(ExitCodes.Interrupted);
    }

    [Test]
    public async Task A_test_case_carries_the_id_of_its_case()
    {
        await using var session = await OpenAsync(Orders);
        var root = new SessionTestBuilder(session, CancellationToken.None).Build(
            typeof(InProcessRunner).Assembly,
            new Dictionary<string, object>()
        );

        var tests = Leaves(root).ToArray();

        tests.Should().HaveSameCount(session.Cases);
        foreach (var (test, contractCase) in tests.Zip(session.Cases))
        {
            test.RunState.Should().Be(RunState.Runnable);
            test.Name.Should().Be($"Contract({contractCase.Id})");
            test.Arguments.Should().Equal(contractCase.Id);
        }
    }

    [Test]
    public async Task A_test_case_that_an_adapter_shows_carries_the_kind_and_what_it_is_about()
    {
        await using var session = await OpenAsync(Orders);
        var method = new MethodWrapper(typeof(SessionFixture), nameof(SessionFixture.Contract));

        var tests = CaseTests.Of(method, null, session.Cases).ToArray();

        tests.Should().HaveSameCount(session.Cases);
        foreach (var (test, contractCase) in tests.Zip(session.Cases))
        {
            test.Name.Should().Be($"Contract({contractCase.Id})");
            test.Arguments.Should().Equal(contractCase.Id);
            test.Properties.Get("Category").Should().Be(KindNames.Of(contractCase.Kind));
            test.Properties.Get("Description").Should().Be(contractCase.Title);
            test.Properties.Get("Requirement").Should().Be(contractCase.Requirement.Id);
            test.Properties.Get("Level").Should().BeOneOf("MUST", "SHOULD", "MAY");
            test.Properties.Get("Spec")
                .Should()
                .Be($"{contractCase.Requirement.Location.File}:{contractCase.Requirement.Location.Line}");
        }
    }

    [Test]
    public async Task A_case_that_NUnit_and_the_session_end_differently_is_a_defect()
    {
        await using var session = await OpenAsync(Notes.Options);
        await session.RunCaseAsync(session.Cases[0], CancellationToken.None);

        var defects = new ResultAccount().Compare(session).ToArray();

        defects.Should().HaveSameCount(session.Cases);
        defects[0].Should().Be($"Defect of the runner: {session.Cases[0].Id} is Passed, but NUnit never ran it.");
        defects[1].Should().Contain("is without a verdict, but NUnit never ran it");
    }

    private static IEnumerable<ITest> Leaves(ITest test) => test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];

    private static IEnumerable<(string, Verdict)> Verdicts(CompletedRun run) =>
        run.Result.Cases.Select(c => (c.Case.Id, c.Verdict));

    private static async Task<ConformanceSession> OpenAsync(RunOptions options)
    {
        var context = new RunContext { EmbeddedTarget = new SimulatedTarget() };
        return (await ConformanceSession.OpenAsync(Notes.Plan(options), context, CancellationToken.None)).Value!;
    }

    private static async Task<CompletedRun> RunAsync(
        RunOptions options,
        IRunObserver observer,
        int workers = 4,
        IntegrationSpecification? served = null,
        CancellationToken cancellationToken = default
    )
    {
        var context = new RunContext { EmbeddedTarget = new SimulatedTarget(served), Observer = observer };
        var run = await ConformanceRun.RunAsync(options, new InProcessRunner(workers), context, cancellationToken);
        run.Refusal.Should().BeNull();
        return run.Value!;
    }
}
