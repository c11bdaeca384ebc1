using System.Globalization;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Declared;

/// <summary>The call that observes a postcondition; its path parameters come from the scenario's response.</summary>
internal static class DeclaredProbe
{
    /// <summary>What the scenario's response must be remembered for.</summary>
    public static IEnumerable<Capture> Captures(PostconditionProbe probe) =>
        probe.Endpoint.PathParameters.Select(p => new Capture(p.Name, FieldOf(probe.Endpoint, p.Name)));

    /// <summary>The step.</summary>
    public static CaseStep.Send Step(
        CompilerContext context,
        Postcondition postcondition,
        Requirement requirement,
        int index
    )
    {
        var probe = postcondition.Probe!;
        var name = NameOf(index);
        var request = context.Requests.Of(probe.Endpoint, requirement.Id, name);
        return new(
            name,
            request with
            {
                PathValues =
                [
                    .. request.PathValues.Select(p => new KeyValuePair<string, ValueSource>(
                        p.Key,
                        new ValueSource.Captured(p.Key)
                    )),
                ],
            }
        )
        {
            Expectations =
            [
                new StatusIs(requirement, [probe.ExpectedStatus]),
                .. probe
                    .ExpectedFields.Where(f => FieldMeant(f.Value) is null)
                    .Select(f => new FieldIs(requirement, f.Key, f.Value)),
            ],
        };
    }

    /// <summary>What must agree with the scenario's own response.</summary>
    public static IEnumerable<CaseExpectation> References(
        Postcondition postcondition,
        Requirement requirement,
        int index
    ) =>
        postcondition
            .Probe!.ExpectedFields.Select(f => (f.Key, Field: FieldMeant(f.Value)))
            .Where(f => f.Field is not null)
            .Select(f => new FieldRefersTo(requirement, EndpointContext.RequestStep, f.Field!, NameOf(index), f.Key));

    private static string NameOf(int index) =>
        index == 0 ? "observe" : string.Create(CultureInfo.InvariantCulture, $"observe {index + 1}");

    private static string FieldOf(Endpoint endpoint, string parameter) =>
        endpoint.Resource is { } role && role.PathParameter == parameter ? role.Identifier : parameter;

    // "{order_id}" means the field of that name in the scenario's response.
    private static string? FieldMeant(JsonElement value) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is ['{', .. var name, '}'] ? name : null;
}
