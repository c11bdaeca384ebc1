using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Shrinking;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Shrinking;

/// <summary>Smaller cases that test the same thing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CaseShrinkingTests
{
    private static readonly CompilerOptions Options = new() { Explore = 12 };

    [Test]
    public void Every_reduction_is_smaller_and_different()
    {
        var value = JsonNode.Parse("""{"a":"text","b":[1,2,3],"c":{"d":"x"}}""");

        var smaller = JsonReduction.Of(value).Select(v => v!.ToJsonString()).ToList();

        smaller.Should().OnlyHaveUniqueItems().And.OnlyContain(v => v.Length < value!.ToJsonString().Length);
        smaller
            .Should()
            .Contain("""{"b":[1,2,3],"c":{"d":"x"}}""")
            .And.Contain("""{"a":"te","b":[1,2,3],"c":{"d":"x"}}""");
        smaller.Should().Contain("""{"a":"text","b":[1],"c":{"d":"x"}}""");
    }

    [Test]
    public void A_smaller_invalid_body_is_wrong_in_the_same_field_and_the_details_name_its_new_place()
    {
        var wrong = Compiled
            .Cases("orders")
            .Single(c => c.Id == "create-order/validation_errors/items[last].quantity/missing");

        var smaller = Shrinking("orders").Smaller(wrong).ToList();

        smaller.Should().NotBeEmpty();
        foreach (var candidate in smaller)
        {
            var items = Body(candidate).GetProperty("items").EnumerateArray().Select(i => i.ToString()).ToList();
            var named = Step(candidate).Expectations.OfType<DetailsName>().Single().Field;
            items.Should().ContainSingle(i => !i.Contains("quantity"));
            named.Should().Be($"items[{items.FindIndex(i => !i.Contains("quantity"))}].quantity");
        }
    }

    [Test]
    public void A_valid_body_shrinks_to_what_is_required()
    {
        var shrinking = Shrinking("orders");
        var smallest = Compiled.Cases("orders").Single(c => c.Id == "create-order/happy_path/valid-request");
        while (shrinking.Smaller(smallest).FirstOrDefault() is { } smaller)
        {
            smallest = smaller;
        }

        JsonSerializer
            .Serialize(Body(smallest))
            .Should()
            .Match("""{"customer_id":"?","items":[{"product_id":"*","quantity":*}]}""");
    }

    [Test]
    public void A_sequence_loses_a_call_with_everything_that_depends_on_it()
    {
        var shrinking = new CaseShrinking(Compiled.Specification("orders"), Options);
        foreach (var sequence in Explored("orders").Where(c => c.Explored is not null))
        {
            var before = sequence.Explored!.Plan.Calls.Length;
            foreach (var smaller in shrinking.Smaller(sequence))
            {
                var calls = smaller.Explored!.Plan.Calls;
                calls.Length.Should().BeLessThan(before);
                calls.Select(c => c.On).OfType<string>().Should().BeSubsetOf(calls.Select(c => c.As).OfType<string>());
            }
        }
    }

    [TestCase("orders")]
    [TestCase("parcels")]
    public void An_explored_case_in_YAML_is_a_scenario_that_sends_and_expects_the_same(string name)
    {
        var explored = Explored(name).ToList();
        var yaml = explored.Select(c => CaseShrinking.ScenarioOf(c)!).ToList();

        var loaded = SpecificationLoader.LoadText("spec.yaml", WithScenarios(name, yaml));

        loaded.Diagnostics.Where(d => d.Severity is Severity.Error).Should().BeEmpty(string.Join('\n', yaml));
        var declared = ScenarioCompiler
            .Compile(loaded.Specification!, new CompilerOptions())
            .Where(c => c.Origin is CaseOrigin.Declared)
            .ToList();
        declared.Select(Told).Order().Should().Equal(explored.Select(Told).Order());
        explored.Should().HaveCountGreaterThan(20);
    }

    private static string WithScenarios(string name, IEnumerable<string> yaml)
    {
        var text = File.ReadAllText(RepositoryFiles.Spec($"{name}.yaml"));
        var start = text.IndexOf("\ntest_scenarios:", StringComparison.Ordinal);
        var end = text.IndexOf("\nenvironments:", StringComparison.Ordinal);
        end.Should().BeGreaterThan(start).And.BePositive();
        // Each is a kind with a list of one.
        var indented = string.Concat(
            yaml.Select(entry => entry.Split('\n'))
                .GroupBy(lines => lines[0])
                .SelectMany(kind => kind.SelectMany(lines => lines.Skip(1)).Prepend(kind.Key))
                .Select(line => $"  {line}\n")
        );
        return $"{text[..start]}\ntest_scenarios:\n{indented}{text[end..]}";
    }

    private static string Told(ContractCase contractCase) =>
        string.Join('\n', [.. Sent(contractCase), .. Expected(contractCase)]);

    private static IEnumerable<string> Sent(ContractCase contractCase) =>
        contractCase
            .Steps.OfType<CaseStep.Send>()
            .Select(s =>
                $"{s.Request.Method} {s.Request.Path} {(s.Request.Body is BodyTemplate.Json body ? JsonSerializer.Serialize(body.Value) : "")}"
            );

    // An explored creation may be refused for reasons of the provider's; as a declared test it must succeed.
    private static IEnumerable<string> Expected(ContractCase contractCase) =>
        contractCase
            .Steps.OfType<CaseStep.Send>()
            .SelectMany(s => s.Expectations)
            .Select(e =>
                e switch
                {
                    FieldIs field => $"{field.Field} is {field.Value}",
                    StatusIs { Allowed: [>= 400 and var status, ..] } => $"{status}",
                    _ => "",
                }
            )
            .Where(e => e.Length > 0)
            .Concat(contractCase.Expectations.OfType<ListContainsOnce>().Select(e => $"lists {e.FirstField}"));

    private static JsonElement Body(ContractCase contractCase) =>
        ((BodyTemplate.Json)Step(contractCase).Request.Body).Value;

    private static CaseStep.Send Step(ContractCase contractCase) => contractCase.Steps.OfType<CaseStep.Send>().Last();

    private static CaseShrinking Shrinking(string name) => new(Compiled.Specification(name), new CompilerOptions());

    private static IEnumerable<ContractCase> Explored(string name) =>
        ScenarioCompiler.Compile(Compiled.Specification(name), Options).Where(c => c.Tags.Contains("explored"));
}
