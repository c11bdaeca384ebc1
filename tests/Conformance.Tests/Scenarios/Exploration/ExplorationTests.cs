using System.Text.Json;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Locking;
using Conformance.Specification.Model;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Exploration;

/// <summary>Random cases: reproducible, and right about what is valid.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ExplorationTests
{
    [Test]
    public void Nothing_is_explored_unless_it_is_asked_for() =>
        Compiled.Cases("orders").Should().NotContain(c => c.Tags.Contains("explored"));

    [Test]
    public void Exploring_leaves_the_other_cases_as_they_are() =>
        Explore("orders", 3)
            .Where(c => !c.Tags.Contains("explored"))
            .Select(CaseDigest.Of)
            .Should()
            .Equal(Compiled.Cases("orders").Select(CaseDigest.Of));

    [Test]
    public void The_same_seed_explores_the_same_and_another_seed_something_else()
    {
        var once = Explored("orders", 5, seed: 7).Select(CaseDigest.Of).ToArray();

        once.Should().Equal(Explored("orders", 5, seed: 7).Select(CaseDigest.Of));
        once.Should().NotIntersectWith(Explored("orders", 5, seed: 8).Select(CaseDigest.Of));
    }

    [TestCase("orders")]
    [TestCase("parcels")]
    public void Payloads_are_valid_or_invalid_as_their_case_says(string name)
    {
        var specification = Compiled.Specification(name);
        foreach (var explored in Explored(name, 25).Where(c => c.Explored is null))
        {
            var request = explored.Steps.OfType<CaseStep.Send>().Last().Request;
            var body = ((BodyTemplate.Json)request.Body).Value;
            var judge = ContractSchema.Create(request.Endpoint!.Request!.Schema, specification);

            judge.Validate(body).IsEmpty.Should().Be(explored.Tags.Contains("accepted"), "{0}: {1}", explored.Id, body);
        }
    }

    [Test]
    public void Random_payloads_differ_in_what_is_optional_and_in_how_many_elements_they_have()
    {
        var bodies = Explored("orders", 25)
            .Where(c => c.Kind is ScenarioKind.HappyPath)
            .Select(c => ((BodyTemplate.Json)c.Steps.OfType<CaseStep.Send>().Last().Request.Body).Value)
            .ToList();

        bodies.Select(b => b.TryGetProperty("shipping_address", out _)).Should().Contain(true).And.Contain(false);
        bodies.Select(b => b.GetProperty("items").GetArrayLength()).Distinct().Should().HaveCountGreaterThan(2);
        bodies.Select(b => JsonSerializer.Serialize(b)).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void A_sequence_knows_that_what_was_cancelled_cannot_be_cancelled_again()
    {
        var calls = Explored("orders", 25)
            .SelectMany(c => c.Explored?.Scenario.Steps.OfType<ScenarioStep.Call>() ?? []);
        var cancellations = calls.Where(c => c.Endpoint.OperationId.Value == "cancel-order").ToList();

        cancellations.Should().Contain(c => c.ExpectedStatus == null && c.ExpectedFields.Any(f => f.Key == "status"));
        cancellations
            .Where(c => c.ExpectedStatus != null)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(c => c.ExpectedStatus!.Value == 409 && c.ExpectedError!.Value == "CONFLICT");
    }

    [Test]
    public void A_sequence_knows_that_what_was_deleted_is_not_found()
    {
        var gone = 0;
        foreach (
            var sequence in Explored("parcels", 40)
                .Select(c => c.Explored)
                .OfType<Conformance.Scenarios.Exploration.ExploredScenario>()
        )
        {
            var deleted = new HashSet<string>();
            foreach (var call in sequence.Scenario.Steps.OfType<ScenarioStep.Call>())
            {
                if (call.On is { } on && deleted.Contains(on.Value))
                {
                    call.ExpectedStatus?.Value.Should().Be(404, call.Text.Value);
                    gone++;
                }

                if (call.Endpoint.Resource!.Action is ResourceAction.Delete && call.ExpectedStatus is null)
                {
                    deleted.Add(call.On!.Value);
                }
            }
        }

        gone.Should().BePositive();
    }

    private static IEnumerable<ContractCase> Explored(string name, int count, int seed = 1) =>
        Explore(name, count, seed).Where(c => c.Tags.Contains("explored"));

    private static IEnumerable<ContractCase> Explore(string name, int count, int seed = 1) =>
        ScenarioCompiler.Compile(Compiled.Specification(name), new CompilerOptions { Seed = seed, Explore = count });
}
