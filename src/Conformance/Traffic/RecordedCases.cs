using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Traffic;

/// <summary>
/// Makes of each recorded exchange what a run makes of its own: a case with one request, and its record. Nothing was
/// asked of the target, so a case expects nothing but what holds for every answer.
/// </summary>
/// <param name="mask">Replaces the secrets in requests.</param>
internal sealed class RecordedCases(SecretMask mask)
{
    private const string Step = "request";

    /// <summary>The record of one entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="number">Its number in the archive, from 1.</param>
    /// <param name="endpoint">The operation it calls.</param>
    public CaseRecord Of(HarEntry entry, int number, Endpoint endpoint)
    {
        var position = number.ToString("0000", CultureInfo.InvariantCulture);
        var template = new RequestTemplate
        {
            Endpoint = endpoint,
            Method = endpoint.Method.Value,
            Path = endpoint.Path.Value,
        };
        var absence = Absence(entry);
        return new CaseRecord
        {
            Case = new ContractCase
            {
                Id = $"{endpoint.OperationId.Value}/recorded/{position}",
                Title = $"entry {number}: {endpoint.Name} was answered {entry.Response.Status}",
                Kind = ScenarioKind.HappyPath,
                Endpoint = endpoint,
                Requirement = new Requirement(
                    RequirementIds.Operation(endpoint, "response.status"),
                    RequirementLevel.Must,
                    RequirementBasis.Contract,
                    $"The target MUST answer {endpoint.Name} with a status that the specification declares.",
                    endpoint.Location
                ),
                Steps = [new CaseStep.Send(Step, template) { SeesRefusal = true }],
            },
            // An answer without its body is judged by nothing: what is missing must not look like what is wrong.
            Exchanges = absence is null ? [Exchange(entry, endpoint)] : [],
            Obstacle = absence,
            StartedAt = entry.StartedDateTime,
            Duration = Duration(entry),
        };
    }

    private Exchange Exchange(HarEntry entry, Endpoint endpoint)
    {
        var request = entry.Request;
        return new Exchange
        {
            Index = 0,
            Step = Step,
            Purpose = ExchangePurpose.Step,
            Endpoint = endpoint,
            Request = new RecordedRequest(
                request.Method,
                new Uri(mask.Apply(request.Url)),
                [.. Fields(request.Headers).Select(h => KeyValuePair.Create(h.Name, mask.Apply(h.Value)))],
                Encoding.UTF8.GetBytes(mask.Apply(request.PostData?.Text ?? "")),
                request.PostData?.MimeType
            ),
            Response = Response(entry.Response),
            SentAt = entry.StartedDateTime,
            Duration = Duration(entry),
        };
    }

    private static RecordedResponse Response(HarResponse response) =>
        new(
            response.Status,
            response.StatusText ?? "",
            response.HttpVersion ?? "",
            [.. Fields(response.Headers).Select(h => KeyValuePair.Create(h.Name, h.Value))],
            Body(response.Content),
            IsTruncated: false
        );

    private static byte[] Body(HarContent? content) =>
        content?.Text is not { } text ? []
        : string.Equals(content.Encoding, "base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(text)
        : Encoding.UTF8.GetBytes(text);

    /// <summary>Why an entry cannot be judged; null when it can.</summary>
    private static Obstacle? Absence(HarEntry entry)
    {
        var (status, content) = (entry.Response.Status, entry.Response.Content);
        if (status < 100)
        {
            return new Obstacle(ObstacleKind.ArrangementFailed, "no answer was recorded", Step);
        }

        if (status == 304)
        {
            // Browsers ask whether what they keep is still good; no specification declares the answer (RFC 9110 15.4.5).
            return new Obstacle(ObstacleKind.NotConfigured, "the answer came from a cache of the client", Step);
        }

        var hasNone = entry.Request.Method == "HEAD" || status is 204 or 205 or < 200;
        if (content?.Text is null && content?.Size is not 0 && !hasNone)
        {
            return new Obstacle(
                ObstacleKind.ArrangementFailed,
                "the body of the answer was not recorded; export the archive with content",
                Step
            );
        }

        return content?.Encoding is { Length: > 0 } encoding && !IsReadable(encoding, content.Text)
            ? new Obstacle(ObstacleKind.ArrangementFailed, $"the body cannot be read: it is not '{encoding}'", Step)
            : null;
    }

    private static bool IsReadable(string encoding, string? text) =>
        encoding.Equals("base64", StringComparison.OrdinalIgnoreCase)
        && (text is null || Convert.TryFromBase64String(text, new byte[text.Length], out _));

    /// <summary>Pseudo-headers of HTTP/2 are no headers.</summary>
    private static IEnumerable<HarField> Fields(ImmutableArray<HarField> headers) =>
        headers.IsDefault ? [] : headers.Where(h => !h.Name.StartsWith(':'));

    private static TimeSpan Duration(HarEntry entry) =>
        TimeSpan.FromMilliseconds(entry.Time is > 0 and < 86_400_000 ? entry.Time.Value : 0);
}
