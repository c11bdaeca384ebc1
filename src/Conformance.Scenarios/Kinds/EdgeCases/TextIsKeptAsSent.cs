using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.EdgeCases;

/// <summary>Text that is stored comes back character for character: other scripts, two forms of one letter, spaces at its ends, markup.</summary>
internal sealed class TextIsKeptAsSent : EndpointSource
{
    private const string ReadStep = "read back";

    // The same letter in one character and in two, right to left, beyond the basic plane.
    private static readonly (string Situation, string Words, string Text)[] Texts =
    [
        ("many-scripts", "text of many scripts", "\u00e9 e\u0301 \u6771\u4eac \u05e9\u05dc\u05d5\u05dd \U0001F600"),
        ("spaces", "spaces at its ends", "  two  spaces  "),
        ("markup", "markup", "O'Brien <b>&amp;</b> ${7*7} {{7*7}}"),
    ];

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(EndpointContext endpoint)
    {
        if (
            endpoint.Endpoint is not { Request: { } request, Resource: { Action: ResourceAction.Create } role }
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
            || endpoint.Context.Of(reader).BodyOf(ResourceLife.SuccessStatus(reader)) is not { } shown
        )
        {
            yield break;
        }

        foreach (
            var field in new BodyFields(endpoint.Context.Effective).Of(request.Schema).Where(f => IsKept(f, shown))
        )
        {
            foreach (var (situation, words, text) in Texts.Where(t => Fits(field.Schema, t.Text)))
            {
                yield return Case(endpoint, role, reader, field, situation, words, text);
            }
        }
    }

    private static ContractCase Case(
        EndpointContext endpoint,
        ResourceRole role,
        Endpoint reader,
        BodyField field,
        string situation,
        string words,
        string text
    )
    {
        var name = field.First.ToString();
        var id = endpoint.CaseId(ScenarioKind.EdgeCases, $"text.{name}/{situation}");
        var ready = endpoint.Ready(id);
        var body = JsonNode.Parse(((BodyTemplate.Json)ready.Request.Body).Value.GetRawText());
        var requirement = endpoint.Requirements.Keeps(name, field.Schema, reader);
        return endpoint.Case(
            ScenarioKind.EdgeCases,
            $"text.{name}/{situation}",
            $"{endpoint.Endpoint.Name} keeps {name} with {words}",
            requirement,
            [
                .. ready.Before,
                new CaseStep.Send(
                    EndpointContext.RequestStep,
                    endpoint.WithBody(ready.Request, PayloadEditor.With(body, field.First, JsonValue.Create(text)))
                )
                {
                    Expectations = [new IsAccepted(endpoint.Requirements.Accepts(name, field.Schema), name)],
                    Captures = [new Capture(ResourceLife.Identifier, role.Identifier.Value)],
                },
                new CaseStep.Send(ReadStep, ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, id, ReadStep)))
                {
                    OnlyAfterSuccessOf = EndpointContext.RequestStep,
                    Expectations = [new FieldIs(requirement, name, JsonSerializer.SerializeToElement(text))],
                },
            ]
        ) with
        {
            Tags = ["state", "text"],
        };
    }

    // Free words at the top of the body that the representation has under the same name.
    private static bool IsKept(BodyField field, SchemaNode shown) =>
        field.Template is { Segments.Length: 1, LastName: { } name }
        && field.Schema is { Pattern: null, Format: null, Const: null, WriteOnly: false }
        && field.Schema.Enum.IsDefaultOrEmpty
        && (field.Schema.Types & ~JsonTypes.Null) is JsonTypes.String
        && !HumanText.IsReference(name)
        && shown.Properties.Any(p => p.Name.Value == name);

    private static bool Fits(SchemaNode schema, string text) =>
        CodePoints.Count(text) >= (schema.MinLength ?? 0)
        && CodePoints.Count(text) <= (schema.MaxLength ?? int.MaxValue);
}
