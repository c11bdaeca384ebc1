using System.Globalization;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Requirements;

/// <summary>The sentences about an operation that many cases share, each spelled once.</summary>
internal sealed class EndpointRequirements(Endpoint endpoint)
{
    /// <summary>A valid request gets the declared success.</summary>
    public Requirement Succeeds(int status) =>
        Sentences.Contract(
            RequirementIds.Response(endpoint, status),
            $"The target MUST answer a valid {endpoint.Name} with {Text(status)}.",
            endpoint.FindResponse(status)?.Location ?? endpoint.Location,
            "HTTP-22"
        );

    /// <summary>The success body has what it declares.</summary>
    public Requirement Returns(int status) =>
        Sentences.Contract(
            RequirementIds.Response(endpoint, status, "body"),
            $"The target MUST send the declared fields with the {Text(status)} of {endpoint.Name}.",
            endpoint.FindResponse(status)?.Location ?? endpoint.Location,
            "HTTP-23"
        );

    /// <summary>A refusal has its status.</summary>
    public Requirement Refuses(ErrorAnswer answer, string when) =>
        Sentences.Contract(
            RequirementIds.Response(endpoint, answer.Status),
            $"The target MUST answer {endpoint.Name} with {Text(answer.Status)} {when}.",
            answer.Location,
            "HTTP-22"
        );

    /// <summary>A refusal carries its error code.</summary>
    public Requirement ErrorCode(ErrorAnswer answer) =>
        Sentences.Contract(
            RequirementIds.Response(endpoint, answer.Status, $"error_code.{answer.Code}"),
            $"The target MUST send error code {answer.Code} with the {Text(answer.Status)} of {endpoint.Name} that it stands for.",
            answer.Location,
            "ERR-02"
        );

    /// <summary>Nothing that a client sends breaks the target.</summary>
    public Requirement Survives =>
        Sentences.Contract(
            RequirementIds.Operation(endpoint, "request.survived"),
            $"The target MUST accept or refuse whatever a client sends to {endpoint.Name}, without a server error.",
            endpoint.Location,
            "ERR-11"
        );

    /// <summary>A text that the definition admits is accepted.</summary>
    public Requirement Accepts(string field, SchemaNode schema) =>
        Sentences.Contract(
            RequirementIds.RequestField(endpoint, field, "any_text"),
            $"The target MUST accept any text that the definition of {field} of {endpoint.Name} admits.",
            schema.Location,
            "HTTP-25"
        );

    /// <summary>What was accepted is what is read back.</summary>
    public Requirement Keeps(string field, SchemaNode schema, Endpoint reader) =>
        Sentences.Contract(
            RequirementIds.RequestField(endpoint, field, "kept"),
            $"The target MUST return {field} from {reader.Name} as {endpoint.Name} was sent it.",
            schema.Location,
            "SEC-14"
        );

    /// <summary>A refusal names the field.</summary>
    public Requirement NamesField(ErrorAnswer answer) =>
        Sentences.Contract(
            RequirementIds.Response(endpoint, answer.Status, "details"),
            $"The target MUST name the offending field in the error details of {endpoint.Name}.",
            answer.Location,
            "ERR-04"
        );

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
