using Conformance.Scenarios;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Simulator;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios;

/// <summary>Operations whose bodies are forms: texts only, so nothing is asked that a form cannot say.</summary>
public sealed class FormBodiesTests
{
    private const string Contract = """
        info: { title: Forms, version: 1.0.0 }
        endpoints:
          - operation_id: make
            method: POST
            path: /v1/things
            request:
              content_type: application/x-www-form-urlencoded
              schema:
                type: object
                required: [name]
                additionalProperties: false
                properties:
                  name: { type: string, minLength: 2, maxLength: 20 }
                  size: { type: integer, minimum: 1, maximum: 9 }
                  tags: { type: array, items: { type: string } }
            responses:
              201: { description: Made, schema: { type: object, required: [id], properties: { id: { type: string } } } }
              400: { description: Bad }
        """;

    private static readonly string Flat = Contract.Replace(
        "          tags: { type: array, items: { type: string } }\n",
        "",
        StringComparison.Ordinal
    );

    [Test]
    public async Task A_conforming_provider_passes_and_one_that_ignores_a_bound_does_not()
    {
        (await RunAsync()).Should().Be(ExitCodes.Conforming);
        (await RunAsync("ignores-minimum")).Should().Be(ExitCodes.RequirementFailed);
    }

    [Test]
    public void A_number_in_the_place_of_a_text_is_no_mistake_in_a_form()
    {
        var ids = Cases(Flat);

        ids.Should().Contain("make/validation_errors/size/below-minimum").And.Contain(id => id.Contains("/size/"));
        ids.Should().NotContain(id => id.Contains("null", StringComparison.Ordinal));
    }

    [Test]
    public void What_a_form_does_not_spell_is_not_sent() =>
        Cases(Contract)
            .Should()
            .Contain("make/happy_path/required-fields-only")
            .And.NotContain("make/happy_path/valid-request", "nothing says how a list is spelled")
            .And.NotContain("make/validation_errors/tags/string-instead", "it may be a list of one");

    [Test]
    public void A_body_of_another_media_type_is_not_sent_at_all() =>
        Cases(Flat.Replace("application/x-www-form-urlencoded", "multipart/form-data", StringComparison.Ordinal))
            .Should()
            .NotContain(id => id.StartsWith("make/validation_errors/size", StringComparison.Ordinal));

    private static string[] Cases(string text) =>
        [
            .. ScenarioCompiler
                .Compile(SpecificationLoader.LoadText("forms.yaml", text).Specification!, new CompilerOptions())
                .Select(c => c.Id),
        ];

    private static async Task<int> RunAsync(params string[] faults)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("forms.yaml");
        await File.WriteAllTextAsync(file, Flat);
        var loaded = SpecificationLoader.Load(file).Specification!;
        await using var target = await Served.StartAsync(loaded, new SimulatorOptions { Faults = [.. faults] });
        var answer = await CliRunner.RunAsync(
            "run",
            file,
            "--base-url",
            target.BaseUrl.ToString(),
            "--out",
            folder.Path,
            "--report",
            "none"
        );
        return answer.ExitCode;
    }
}
