using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Kinds;

/// <summary>What another client may see is decided by the specification; where it is silent, nobody fails for it.</summary>
[TestFixture]
internal sealed class OwnershipTests
{
    [TestCase("ownership: client", true)]
    [TestCase("x-note: nothing", false)]
    public void Only_a_declared_ownership_binds(string declaration, bool isBinding) =>
        Cases(declaration).Should().ContainSingle().Which.Requirement.Gates.Should().Be(isBinding);

    [Test]
    public void What_belongs_to_all_clients_is_not_hidden_from_any() => Cases("ownership: shared").Should().BeEmpty();

    private static IEnumerable<ContractCase> Cases(string declaration) =>
        ScenarioCompiler
            .Compile(Compiled.Text(Notes(declaration)), new CompilerOptions())
            .Where(c => c.Id.EndsWith("/resource-of-another-client", StringComparison.Ordinal));

    private static string Notes(string declaration) =>
        $$"""
            info: { title: Notes, version: "1.0.0" }
            authentication: { type: "API Key", api_key: { header: X-Key, value: "{KEY}" } }
            endpoints:
              - method: POST
                path: /notes
                resource: { type: note, action: create, identifier: id, {{declaration}} }
                request: { body: { type: object, required: [text], properties: { text: { type: string, example: hi } } } }
                responses: { 201: { description: Made, body: { id: "N-1", text: "hi" } } }
              - method: GET
                path: "/notes/{id}"
                path_parameters: { id: { type: string } }
                resource: { type: note, action: read, identifier: id, path_parameter: id }
                responses:
                  200: { description: One, body: { id: "N-1", text: "hi" } }
                  404: { description: None }
            """;
}
