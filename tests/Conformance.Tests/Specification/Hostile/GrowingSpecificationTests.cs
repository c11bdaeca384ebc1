using System.Text;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Schemas;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Scenarios;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Hostile;

/// <summary>Some lines that write out to more than any machine holds: each command comes to an end, and says what it left out.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GrowingSpecificationTests
{
    // Without bounds these take years.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private const string Head = """
        info: { title: T, version: "1.0.0" }
        endpoints:
          - operation_id: make
            method: PUT
            path: /api/v1/things
            security: { public: true }
            request: { body: { $ref: "#/data_models/M0" } }
            responses:
              201: { description: Made, schema: { $ref: "#/data_models/M0" } }
        data_models:

        """;

    private static IEnumerable<TestCaseData> Specifications =>
        [
            Named(
                "required_eight_times",
                Fan(20, i => $"{{ type: object, required: [{Names(8)}], properties: {{ {Fields(i, 8)} }} }}")
            ),
            Named("thirty_fields_of_the_next", Fan(20, i => $"{{ type: object, properties: {{ {Fields(i)} }} }}")),
            Named(
                "a_tree_of_itself",
                "  M0: { type: object, properties: { a: "
                    + To(-1)
                    + ", b: { type: array, items: "
                    + To(-1)
                    + " }, "
                    + Fields(-1)
                    + " } }\n"
            ),
            Named("arrays_of_arrays", "  M0: { type: array, minItems: 1000000, items: " + To(-1) + " }\n"),
            Named(
                "at_least_one_of_itself",
                "  M0: { type: object, minProperties: 1, properties: { a: " + To(-1) + " } }\n"
            ),
            Named(
                "very_long_text",
                "  M0: { type: object, required: [a], properties: { a: { type: string, minLength: 2000000000 } } }\n"
            ),
            Named(
                "very_long_pattern",
                "  M0: { type: object, required: [a], properties: { a: { type: string, pattern: '^(([a-z]{1000}){1000}){1000}$' } } }\n"
            ),
            Named(
                "pattern_of_many_states",
                "  M0: { type: object, required: [a], properties: { a: { type: string, pattern: '^(a|b)*a(a|b){40}$' } } }\n"
            ),
        ];

    [TestCaseSource(nameof(Specifications))]
    public async Task Cases_are_listed(string models)
    {
        var answer = await OnAsync(models, file => CliRunner.RunAsync("list", file));

        answer.ExitCode.Should().Be(ExitCodes.Conforming, answer.Out + answer.Error);
        answer.Out.Should().Contain("make/");
    }

    [Test]
    public async Task Other_commands_come_to_an_end_and_say_what_they_left_out()
    {
        var models = Fan(3, i => $"{{ type: object, properties: {{ {Fields(i)} }} }}");

        var list = await OnAsync(models, file => CliRunner.RunAsync("list", file));
        var difference = await OnAsync(models, file => CliRunner.RunAsync("diff", file, file));
        var document = await OnAsync(models, file => CliRunner.RunAsync("docs", file, "--out", file + ".md"));

        list.Out.Should()
            .Contain("Written out, the body has more than 500 fields: the outermost 31 have cases of their own.");
        difference.ExitCode.Should().Be(ExitCodes.Conforming, difference.Error);
        document.ExitCode.Should().Be(ExitCodes.Conforming, document.Error);
    }

    [Test]
    public async Task A_provider_of_it_is_simulated()
    {
        var models = Fan(20, i => $"{{ type: object, required: [f0, f1, f2], properties: {{ {Fields(i)} }} }}");
        var specification = Compiled.Text(Head + models);

        await using var server = await SimulatorServer
            .StartAsync(specification, new SimulatorOptions())
            .WaitAsync(Limit);
        using var client = new HttpClient { Timeout = Limit };
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(new Uri(server.BaseUrl, "/api/v1/things"), body);

        ((int)answer.StatusCode).Should().BeInRange(200, 499);
    }

    [Test]
    public void Models_that_apply_each_other_twice_are_refused_where_they_do()
    {
        var models = Fan(40, i => $"{{ allOf: [ {To(i)}, {To(i)} ] }}");

        var finding = Linter
            .Lint(SpecificationLoader.LoadText("spec.yaml", Head + models))
            .First(d => d.Severity is Severity.Error);

        (finding.Id, finding.Message).Should().Be(("SCH-102", "more than 100,000 schemas apply to one value here"));
        finding.Location.Line.Should().BeGreaterThan(10);
    }

    [Test]
    public void A_body_that_is_judged_in_too_many_ways_is_undecided_and_not_wrong()
    {
        var models = Fan(
            40,
            i => $"{{ allOf: [ {{ properties: {{ x: {To(i)} }} }}, {{ properties: {{ x: {To(i)} }} }} ] }}"
        );
        var specification = Compiled.Text(Head + models);
        var schema = ContractSchema.Create(specification.Endpoints[0].Request!.Schema, specification);
        var deep = string.Concat(Enumerable.Repeat("{\"x\":", 30)) + "1" + new string('}', 30);

        var violations = schema.Validate(Encoding.UTF8.GetBytes(deep));

        violations.Should().ContainSingle().Which.IsUndecided.Should().BeTrue();
    }

    private static async Task<CliAnswer> OnAsync(string models, Func<string, Task<CliAnswer>> command)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("spec.yaml");
        await File.WriteAllTextAsync(file, Head + models);
        return await Task.Run(() => command(file)).WaitAsync(Limit);
    }

    private static string Fan(int models, Func<int, string> model) =>
        string.Concat(Enumerable.Range(0, models).Select(i => $"  M{i}: {model(i)}\n"))
        + $"  M{models}: {{ type: object, properties: {{ id: {{ type: string }} }} }}\n";

    private static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"f{i}"));

    private static string Fields(int model, int count = 30) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => $"f{i}: {To(model)}"));

    private static string To(int model) => $"{{ $ref: \"#/data_models/M{model + 1}\" }}";

    private static TestCaseData Named(string name, string models) => new TestCaseData(models).SetArgDisplayNames(name);
}
