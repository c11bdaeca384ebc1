using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>
/// A value at its bound that was accepted is read back: to take it and to keep less of it (a text cut short, a number
/// capped) is no acceptance.
/// </summary>
internal static class ReadBack
{
    private const string ReadStep = "read back";

    /// <summary>The case with the reading behind it; as it is where nothing shows the field.</summary>
    /// <param name="endpoint">The operation.</param>
    /// <param name="accepted">The case, whose last step sends the value.</param>
    /// <param name="field">The field.</param>
    public static ContractCase AfterAcceptance(EndpointContext endpoint, ContractCase accepted, BodyField field)
    {
        if (
            endpoint.Endpoint.Resource is not { Action: ResourceAction.Create or ResourceAction.Update } role
            || field.Template is not { Segments.Length: 1, LastName: { } name }
            || endpoint.Context.Resources.FindByRole(role.Type, ResourceAction.Read) is not { } reader
            || accepted.Steps is not [.. var before, CaseStep.Send { Request: var request } sent]
        )
        {
            return accepted;
        }

        var forms = new ResourceForms(endpoint.Context, role.Type);
        var requirement = endpoint.Requirements.Keeps(name, field.Schema, reader) with
        {
            Level = accepted.Requirement.Level,
        };
        var shown = forms.Shown(requirement, forms.Of(reader), request.Body).Where(f => f.Field == name).ToList();
        return shown.Count == 0
            ? accepted
            : accepted with
            {
                Steps =
                [
                    .. before,
                    role.Action is ResourceAction.Create
                        ? sent with
                        {
                            Captures = [new Capture(ResourceLife.Identifier, role.Identifier.Value)],
                        }
                        : sent,
                    new CaseStep.Send(
                        ReadStep,
                        ResourceLife.OnCreated(endpoint.Context.Requests.Of(reader, accepted.Id, ReadStep))
                    )
                    {
                        OnlyAfterSuccessOf = sent.Name,
                        Expectations = [.. shown],
                    },
                ],
            };
    }
}
