using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;
using Conformance.Verdicts.Evidence;
using Conformance.Verdicts.Judging;
using Conformance.Verdicts.Results;

namespace Conformance.Verdicts.Invariants;

/// <summary>
/// A body comes as the media type that is declared for it. For errors any JSON media type will do, since
/// <c>application/problem+json</c> is what frameworks send and no specification that only shows JSON rules it out;
/// for successes another JSON media type is a warning.
/// </summary>
internal sealed class ContentTypeIsDeclared : Invariant
{
    /// <inheritdoc />
    public override IEnumerable<Judged> Judge(SeenExchange seen)
    {
        if (
            seen.Endpoint is not { } endpoint
            || seen.Declared is not { ContentType: { } declared }
            || seen.HasNoBodyByProtocol
            || seen.Response.Body.IsEmpty
        )
        {
            yield break;
        }

        var requirement = Contract(
            RequirementIds.Response(endpoint, seen.Status, "content-type"),
            $"The target MUST answer {endpoint.Name} with the media type that is declared for status {seen.Status}.",
            declared.Location,
            "HTTP-23",
            "RFC 9110 section 8.3"
        );
        yield return new(requirement, Judge(seen, declared));
    }

    private static Judgement Judge(SeenExchange seen, Located<string> declared)
    {
        var lines = seen.Response.HeaderValues("Content-Type").ToArray();
        // RFC 8259 section 8.1: JSON is UTF-8, whatever a parameter says.
        if (lines.Any(line => MediaTypes.IsJson(line) && !MediaTypes.IsUtf8(line)))
        {
            return Judgement.Broken(Finding(seen, declared, lines));
        }

        if (lines.Length > 0 && lines.All(line => MediaTypes.AreSame(line, declared.Value)))
        {
            return Judgement.Held;
        }

        var isJson = MediaTypes.IsJson(declared.Value) && lines.Length > 0 && lines.All(MediaTypes.IsJson);
        return !isJson ? Judgement.Broken(Finding(seen, declared, lines))
            : seen.IsError ? Judgement.Held
            : Judgement.Doubtful(Finding(seen, declared, lines));
    }

    private static Finding Finding(SeenExchange seen, Located<string> declared, string[] lines) =>
        new(
            seen.Where("header Content-Type"),
            Cited.At(declared.Value, declared.Location),
            $"{Excerpt.OfHeader(lines)}, with a body of {seen.Response.Body.Length} bytes",
            $"send Content-Type: {declared.Value}, or declare the media type that is sent"
        );
}
