using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Locking;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios;

[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class CompilationTests
{
    private static readonly string[] Names = ["orders", "parcels"];

    [Test]
    public void The_orders_specification_gives_more_than_250_cases_of_all_kinds()
    {
        var cases = Compiled.Cases("orders");
        cases.Length.Should().BeGreaterThan(250);
        cases
            .Select(c => c.Kind)
            .Distinct()
            .Should()
            .BeEquivalentTo([
                ScenarioKind.HappyPath,
                ScenarioKind.ValidationErrors,
                ScenarioKind.EdgeCases,
                ScenarioKind.Idempotency,
                ScenarioKind.RateLimit,
                ScenarioKind.AuthRefresh,
                ScenarioKind.Webhooks,
            ]);
        cases.Count(c => c.Origin is CaseOrigin.Declared).Should().Be(9, "so many scenarios are declared");
    }

    [TestCaseSource(nameof(Names))]
    public void The_same_seed_gives_the_same_cases_and_another_seed_the_same_ids(string name)
    {
        var first = Compiled.Cases(name);
        Compiled.Cases(name).Select(CaseDigest.Of).Should().Equal(first.Select(CaseDigest.Of));
        var other = Compiled.Cases(name, seed: 42);
        other.Select(c => c.Id).Should().Equal(first.Select(c => c.Id));
        other.Select(CaseDigest.Of).Should().NotEqual(first.Select(CaseDigest.Of));
    }

    [TestCaseSource(nameof(Names))]
    public void Every_case_knows_its_requirement_and_the_line_it_comes_from(string name)
    {
        foreach (var contractCase in Compiled.Cases(name))
        {
            var requirement = contractCase.Requirement;
            requirement.Statement.Should().MatchRegex("^The target (MUST|SHOULD)( NOT)? .+\\.$", contractCase.Id);
            requirement.Location.Line.Should().BePositive(contractCase.Id);
            requirement.Location.File.Should().EndWith($"{name}.yaml", contractCase.Id);
            contractCase.Title.Should().NotBeNullOrWhiteSpace(contractCase.Id);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void One_requirement_id_has_one_sentence(string name) =>
        Compiled
            .Cases(name)
            .SelectMany(Requirements)
            .GroupBy(r => r.Id)
            .Where(g => g.Select(r => r.Statement).Distinct().Skip(1).Any())
            .Select(g => string.Join(" <> ", g.Select(r => $"{r.Id}: {r.Statement}").Distinct()))
            .Should()
            .BeEmpty();

    [TestCaseSource(nameof(Names))]
    public void Every_case_expects_something_of_a_step_that_is_not_only_arrangement(string name)
    {
        foreach (var contractCase in Compiled.Cases(name).Where(c => c.OverRun is null))
        {
            var expected = contractCase.Steps.Sum(step =>
                step switch
                {
                    CaseStep.Send { IsArrangement: false } send => send.Expectations.Length,
                    CaseStep.SendConcurrently send => send.Expectations.Length,
                    CaseStep.SendUntilLimited send => send.Expectations.Length,
                    _ => 0,
                }
            );
            (expected + contractCase.Expectations.Length).Should().BePositive(contractCase.Id);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void A_case_about_the_whole_run_sends_nothing_and_comes_last(string name)
    {
        var overRun = Compiled.Cases(name).Where(c => c.OverRun is not null).ToArray();

        overRun.Should().NotBeEmpty();
        overRun.Should().OnlyContain(c => c.Steps.IsEmpty && c.Isolation == CaseIsolation.WholeRun);
        Compiled.Cases(name).TakeLast(overRun.Length).Should().OnlyContain(c => c.OverRun != null);
    }

    [TestCaseSource(nameof(Names))]
    public void Steps_refer_to_steps_and_captures_that_came_before(string name)
    {
        foreach (var contractCase in Compiled.Cases(name))
        {
            var steps = contractCase.Steps.Select(s => s.Name).ToHashSet();
            foreach (var referred in contractCase.Expectations.SelectMany(StepsOf))
            {
                steps.Should().Contain(referred, contractCase.Id);
            }

            var captured = new HashSet<string>();
            foreach (var step in contractCase.Steps.OfType<CaseStep.Send>())
            {
                CapturesUsed(step.Request).Except(captured).Should().BeEmpty(contractCase.Id);
                captured.UnionWith(step.Captures.Select(c => c.Name));
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Cases_that_run_beside_others_come_first_and_those_that_exhaust_a_limit_last(string name) =>
        Compiled.Cases(name).Select(c => c.Isolation).Should().BeInAscendingOrder();

    [TestCaseSource(nameof(Names))]
    public void Only_cases_that_run_alone_touch_states_and_time(string name) =>
        Compiled
            .Cases(name)
            .Where(c => c.Isolation is CaseIsolation.Parallel)
            .SelectMany(c =>
                c.Steps.Where(s => s is CaseStep.EnterState or CaseStep.PassTime or CaseStep.SendUntilLimited)
            )
            .Should()
            .BeEmpty();

    [Test]
    public void A_specification_without_endpoints_gives_no_cases() =>
        ScenarioCompiler
            .Compile(
                Compiled.Specification("orders") with
                {
                    Endpoints = [],
                    TestScenarios = [],
                    SequenceDiagrams = [],
                    Authentication = null,
                },
                new CompilerOptions()
            )
            .Should()
            .BeEmpty();

    [Test]
    public void Limits_that_would_take_too_many_requests_are_named_as_not_tested()
    {
        var specification = Compiled.Specification("orders");
        var sandbox = specification.FindEnvironment("sandbox")!;
        var tenfold = sandbox.RateLimitFactor!;
        var options = new CompilerOptions
        {
            Environment = sandbox with { RateLimitFactor = tenfold with { Value = 2 * tenfold.Value } },
        };
        var compilation = ScenarioCompiler.CompileAll(specification, options);
        compilation
            .Omissions.Should()
            .Contain(o => o.Requirement.Id == "list-orders.rate_limit.enforced" && o.Reason.Contains("9000"));
        compilation.Cases.Should().NotContain(c => c.Id == "list-orders/rate_limit/limit");
        compilation.Cases.Should().Contain(c => c.Id == "create-order/rate_limit/limit" && c.MaxRequests > 3000);
    }

    [Test]
    public void Compilation_ends_when_it_is_to()
    {
        var compile = () =>
            ScenarioCompiler.CompileAll(
                Compiled.Specification("orders"),
                new CompilerOptions(),
                new CancellationToken(canceled: true)
            );

        compile.Should().Throw<OperationCanceledException>();
    }

    private static IEnumerable<Requirement> Requirements(ContractCase contractCase) =>
        contractCase
            .Steps.SelectMany(step =>
                step switch
                {
                    CaseStep.Send send => send.Expectations,
                    CaseStep.SendConcurrently send => send.Expectations,
                    CaseStep.SendUntilLimited send => send.Expectations,
                    _ => [],
                }
            )
            .Cast<Expectation>()
            .Concat(contractCase.Expectations)
            .Concat(contractCase.OverRun is { } overRun ? [overRun] : [])
            .Select(e => e.Requirement)
            .Append(contractCase.Requirement);

    private static IEnumerable<string> StepsOf(CaseExpectation expectation) =>
        expectation switch
        {
            FieldsAgree e => [e.First, e.Second],
            FieldsDiffer e => [e.First, e.Second],
            FieldRefersTo e => [e.First, e.Second],
            ExactlyOneResource e => [e.Step],
            TokenIsReused e => [e.First, e.Second],
            TokenIsRenewed e => [e.First, e.Second],
            TokenLifetimeIs e => [e.First, e.Second],
            LimitIsEnforced e => [e.Step],
            BurstIsGranted e => [e.Step],
            IsStillRefused e => [e.Refusal, e.Step],
            RefusalLeftKeyFree e => [e.Refused, e.Again],
            ListIsAsBefore e => [e.Before, e.Refused, e.After],
            QuotaIsBack e => e.Again is { } again ? [again, e.Step] : [e.Step],
            RateLimitHeadersAreCoherent e => e.Steps,
            ListContainsOnce e => [e.First, e.Second],
            FieldsPersist e => [e.First, e.Second],
            ListLacks e => [e.First, e.Second],
            OnlyAddition e => [e.Before, e.Created, e.After],
            PagesJoin e => [.. e.Pages, e.Whole],
            EventIsDelivered e => [e.Step, e.Trigger],
            EventIsDeliveredOnce e => [e.Step],
            DeliveryFollowsAnswer e => [e.Step, e.Call],
            RefusalDeliversNothing e => [e.Step, .. e.Refused],
            PayloadMatches e => [e.Step],
            PayloadAgrees e => [e.Step],
            DeliveryIsRetried e => [e.Step],
            DeliveryIsNotRetried e => [e.Step],
            AttemptsFollowSchedule e => [e.Step],
            AttemptsShareEventId e => [e.Step],
            AttemptsTellTheSame e => [e.Step],
            AttemptsCarrySameBytes e => [e.Step],
            AttemptsAreStamped e => [e.Step],
            RedirectIsNotFollowed e => [e.Step],
            _ => throw new NotSupportedException(expectation.GetType().Name),
        };

    private static IEnumerable<string> CapturesUsed(RequestTemplate request) =>
        request
            .PathValues.Concat(request.Query)
            .Concat(request.Headers)
            .Select(v => v.Value)
            .OfType<ValueSource.Captured>()
            .Select(c => c.Name)
            .Concat(request.Credential is CredentialUse.CapturedToken token ? [token.Name] : []);
}
