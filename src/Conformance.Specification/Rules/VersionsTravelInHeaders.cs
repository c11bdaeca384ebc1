using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Requests or responses carry the version in a header too.</summary>
internal sealed partial class VersionsTravelInHeaders()
    : AdvisoryRule(
        "DOC-109",
        Severity.Warning,
        "No header carries the version",
        "The URL tells the major version only; a header tells clients and logs which minor version answered.",
        "declare a header such as API-Version: \"1.0.0\" on requests or responses"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Endpoints.IsEmpty || specification.Endpoints.Any(IsVersioned))
        {
            yield break;
        }

        yield return Finding(
            specification.Info.Version?.Location ?? specification.Endpoints[0].Path.Location,
            "no version header is declared: the version stands in URLs only",
            "a header such as API-Version"
        );
    }

    private static bool IsVersioned(Endpoint endpoint) =>
        endpoint.Headers.Any(h => Names(h.Name) || TypeNames(h.Text))
        || endpoint.Responses.Any(r =>
            r.Headers.Any(h => Names(h.Name)) || (r.ContentType is { } type && TypeNames(type))
        );

    private static bool Names(string header) => header.Contains("version", StringComparison.OrdinalIgnoreCase);

    /// <summary>A media type with a version: <c>application/vnd.shop.v2+json</c>, <c>application/json; version=2</c>.</summary>
    private static bool TypeNames(string mediaType) => Versioned().IsMatch(mediaType);

    [GeneratedRegex(@"^\w+/\S*(\.v\d+\b|;\s*v(ersion)?=)", Words.Options, Words.Timeout)]
    private static partial Regex Versioned();
}
